package agentsettings.client.management.json;

import agentsettings.client.management.records.ListPage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Decodes the responses to an operation.
 *
 * @param <T> its outcomes
 */
public interface ReplyDecoder<T> {

    /**
     * Returns the outcome, or empty if the response is none of the operation.
     *
     * @throws tools.jackson.core.JacksonException if a member is missing or has another type
     * @throws IllegalArgumentException if a value is not valid
     * @throws java.time.DateTimeException if a time is not valid
     */
    Optional<T> decode(ApiReply reply);

    /** Returns a decoder of an operation that succeeds with this status. */
    static <T> ReplyDecoder<T> of(String status, Function<JsonNode, T> mapper) {
        return reply -> reply.code().equals(status) ? Optional.of(mapper.apply(reply.body())) : Optional.empty();
    }

    /** Returns a decoder of an operation on a record without versions, which may not exist. */
    static <T> ReplyDecoder<T> ofFoundOrNot(String status, Function<JsonNode, T> mapper, T absent) {
        return reply -> reply.code().equals("not-found")
                ? Optional.of(absent)
                : of(status, mapper).decode(reply);
    }

    /**
     * Returns a decoder of a page of a list, which must lead on.
     *
     * @param after where the page begins, empty for the first
     */
    static <T> ReplyDecoder<ListPage<T>> ofPage(Optional<String> after, Function<JsonNode, T> mapper) {
        return of("200", json -> {
            Optional<String> next = Json.optional(json, "next", JsonNode::stringValue);
            if (next.isPresent() && next.equals(after)) {
                throw new IllegalArgumentException("the page leads to itself");
            }
            return new ListPage<>(
                    Json.elements(json.required("items"), mapper),
                    next,
                    json.has("total") ? OptionalLong.of(json.get("total").longValue()) : OptionalLong.empty());
        });
    }
}
