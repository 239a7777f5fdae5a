package agentsettings.client.management.json;

import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.core.apps.Actor;
import agentsettings.core.users.UserKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Changes in JSON, those of a history and those of the feed. Stateless. */
public final class ChangeMapper {

    private static final String SETTINGS = "settings.";
    private static final String USER = "user.";
    private static final String EVENT = "agentsettings.";
    private static final Pattern SUBJECT = Pattern.compile("/tenants/(?<tenant>[^/]+)/users/(?<user>.+)");

    /** Returns a change of a history. */
    public static HistoryItem<?> item(JsonNode json) {
        return item(Json.text(json, "type"), Json.time(json, "time"), json);
    }

    /** Returns a change of the feed, a CloudEvent. */
    public static ChangeEvent event(JsonNode json) {
        String type = Json.text(json, "type");
        HistoryItem<?> change = item(
                type.startsWith(EVENT) ? type.substring(EVENT.length()) : "",
                Json.time(json, "time"),
                json.required("data"));
        return new ChangeEvent(Json.text(json, "source"), user(json, change), change, json.toString());
    }

    /**
     * Returns a change of the feed.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON, or as {@link ReplyDecoder#decode}
     */
    public static ChangeEvent event(String text) {
        return event(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static UserKey user(JsonNode json, HistoryItem<?> change) {
        String subject = Json.text(json, "subject");
        String path = switch (change) {
            case HistoryItem.OfSettings _
            when subject.endsWith("/settings") -> subject.substring(0, subject.length() - "/settings".length());
            case HistoryItem.OfSettings _ -> "";
            case HistoryItem.OfUser _ -> subject;
        };
        Matcher matcher = SUBJECT.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no path of a record");
        }
        return new UserKey(matcher.group("tenant"), matcher.group("user"));
    }

    private static HistoryItem<?> item(String type, Instant time, JsonNode json) {
        if (type.startsWith(SETTINGS)) {
            return ofSettings(time, json);
        } else if (type.startsWith(USER)) {
            return ofUser(time, json);
        }
        throw new IllegalArgumentException("no known type");
    }

    private static HistoryItem.OfSettings ofSettings(Instant time, JsonNode json) {
        return new HistoryItem.OfSettings(
                Json.text(json, "change"),
                time,
                actor(json),
                Json.text(json, "settingsId"),
                json.required("settingsVersion").longValue(),
                Json.optional(json, "before", SettingsMapper::values),
                Json.optional(json, "after", SettingsMapper::values),
                Json.texts(json, "changed"));
    }

    private static HistoryItem.OfUser ofUser(Instant time, JsonNode json) {
        return new HistoryItem.OfUser(
                Json.text(json, "change"),
                time,
                actor(json),
                Json.optional(json, "before", UserMapper::profile),
                Json.optional(json, "after", UserMapper::profile),
                Json.texts(json, "changed"));
    }

    private static Actor actor(JsonNode json) {
        JsonNode actor = json.required("actor");
        return new Actor(
                Json.constant(Actor.Kind.class, Json.text(actor, "kind")),
                Json.text(actor, "name"),
                Json.textOrNull(actor, "job"));
    }

    private ChangeMapper() {}
}
