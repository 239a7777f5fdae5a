package agentsettings.client.management.calls;

import agentsettings.client.http.Effect;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.core.requests.Condition;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A call of an operation: its request, and what its responses mean. Immutable.
 *
 * @param name of the operation, for messages
 * @param isRemembered whether the service responds to each attempt with the outcome of the first
 * @param <T> its outcomes
 */
public record ManagementCall<T>(
        String name,
        String method,
        ResourcePath path,
        ReplyDecoder<T> decoder,
        Effect effect,
        boolean isRemembered,
        Map<String, String> headers,
        BodyPublisher body) {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    public static <T> ManagementCall<T> get(String name, ResourcePath path, ReplyDecoder<T> decoder) {
        return new ManagementCall<>(name, "GET", path, decoder, Effect.NONE, false, Map.of(), BodyPublishers.noBody());
    }

    /** Returns a POST that changes nothing, so that it may be repeated. */
    public static <T> ManagementCall<T> query(String name, ResourcePath path, JsonNode body, ReplyDecoder<T> decoder) {
        return new ManagementCall<>(name, "POST", path, decoder, Effect.NONE, false, Map.of(), BodyPublishers.noBody())
                .withBody(JSON, body);
    }

    public static <T> ManagementCall<T> post(String name, ResourcePath path, JsonNode body, ReplyDecoder<T> decoder) {
        return write(name, "POST", path, decoder).withBody(JSON, body);
    }

    public static <T> ManagementCall<T> put(String name, ResourcePath path, JsonNode body, ReplyDecoder<T> decoder) {
        return write(name, "PUT", path, decoder).withBody(JSON, body);
    }

    public static <T> ManagementCall<T> patch(String name, ResourcePath path, JsonNode body, ReplyDecoder<T> decoder) {
        return write(name, "PATCH", path, decoder).withBody(MERGE_PATCH, body);
    }

    public static <T> ManagementCall<T> delete(String name, ResourcePath path, ReplyDecoder<T> decoder) {
        return write(name, "DELETE", path, decoder);
    }

    /**
     * Returns a call that sends something else than JSON, or nothing.
     *
     * @param body for each attempt
     */
    public static <T> ManagementCall<T> post(
            String name, ResourcePath path, BodyPublisher body, ReplyDecoder<T> decoder) {
        return new ManagementCall<>(name, "POST", path, decoder, Effect.EACH_TIME, false, Map.of(), body);
    }

    /**
     * Returns this call with the type of its body.
     *
     * @param isPacked whether it is packed by gzip
     */
    public ManagementCall<T> sending(String mediaType, boolean isPacked) {
        ManagementCall<T> typed = new ManagementCall<>(
                name, method, path, decoder, effect, isRemembered, with("Content-Type", mediaType), body);
        return isPacked
                ? new ManagementCall<>(
                        name, method, path, decoder, effect, isRemembered, typed.with("Content-Encoding", "gzip"), body)
                : typed;
    }

    /** Without a condition, a repeated write could undo what another client has written meanwhile. */
    private static <T> ManagementCall<T> write(String name, String method, ResourcePath path, ReplyDecoder<T> decoder) {
        return new ManagementCall<>(
                name, method, path, decoder, Effect.EACH_TIME, false, Map.of(), BodyPublishers.noBody());
    }

    private ManagementCall<T> withBody(String type, JsonNode json) {
        return new ManagementCall<>(
                name,
                method,
                path,
                decoder,
                effect,
                isRemembered,
                with("Content-Type", type),
                BodyPublishers.ofByteArray(Json.bytes(json)));
    }

    private Map<String, String> with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return Map.copyOf(more);
    }

    public ManagementCall<T> accepting(String mediaType) {
        return new ManagementCall<>(name, method, path, decoder, effect, isRemembered, with("Accept", mediaType), body);
    }

    /** Returns this read of events for a client that has those before. */
    public ManagementCall<T> afterEvent(Optional<String> lastEventId) {
        return lastEventId
                .map(id -> new ManagementCall<>(
                        name, method, path, decoder, effect, isRemembered, with("Last-Event-ID", id), body))
                .orElse(this);
    }

    /** Returns this read for a client that has a version. */
    public ManagementCall<T> unlessTag(String tag) {
        return new ManagementCall<>(
                name, method, path, decoder, effect, isRemembered, with(IF_NONE_MATCH, quoted(tag)), body);
    }

    /** Returns this write under a condition, which a repeated one no longer meets once the first was executed. */
    public ManagementCall<T> when(Condition condition) {
        return switch (condition) {
            case Condition.None() -> this;
            case Condition.Absent() -> once(IF_NONE_MATCH, "*", false);
            case Condition.Version(var tags) ->
                once(IF_MATCH, tags.stream().map(ManagementCall::quoted).collect(Collectors.joining(", ")), false);
            case Condition.Present() -> // a repeated write meets this one too
                new ManagementCall<>(name, method, path, decoder, effect, isRemembered, with(IF_MATCH, "*"), body);
        };
    }

    /** Returns this write, which has its effect once however often it is sent. */
    public ManagementCall<T> repeatable() {
        return new ManagementCall<>(name, method, path, decoder, Effect.ONCE, isRemembered, headers, body);
    }

    /** Returns this write under an idempotency key. */
    public ManagementCall<T> withIdempotencyKey(String key) {
        return once("Idempotency-Key", key, true);
    }

    private ManagementCall<T> once(String header, String value, boolean remembered) {
        return new ManagementCall<>(name, method, path, decoder, Effect.ONCE, remembered, with(header, value), body);
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
