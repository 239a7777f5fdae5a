package agentsettings.cli.settings;

import agentsettings.cli.output.Differences;
import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.TextStyle;
import agentsettings.cli.user.UserColumns;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.SettingsMapper;
import agentsettings.client.management.json.UserMapper;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.core.apps.Actor;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserProfile;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns of a history. */
public final class HistoryColumns {

    public static final List<OutputColumn<HistoryItem<?>>> HISTORY = List.of(
            OutputColumn.of("CHANGE", "change", HistoryItem::change),
            OutputColumn.of("TIME", "time", HistoryItem::time),
            OutputColumn.<HistoryItem<?>>of("ACTOR", "actor", item -> json(item.actor()))
                    .shownAs(item -> text(item.actor())),
            OutputColumn.of("TYPE", "type", HistoryColumns::type),
            OutputColumn.of("SETTINGS ID", "settingsId", HistoryColumns::settingsId)
                    .unlisted(),
            OutputColumn.of("SETTINGS VERSION", "settingsVersion", HistoryColumns::settingsVersion)
                    .unlisted(),
            OutputColumn.<HistoryItem<?>>of(
                            "BEFORE", "before", item -> item.before().map(HistoryColumns::json))
                    .unlisted(),
            OutputColumn.<HistoryItem<?>>of(
                            "AFTER", "after", item -> item.after().map(HistoryColumns::json))
                    .unlisted(),
            OutputColumn.<HistoryItem<?>>of("CHANGED", "changed", HistoryItem::changed)
                    .shownAs(item -> String.join("; ", differences(item))));

    private static final TextStyle IN_A_TABLE = new TextStyle(false);

    private static String text(Actor actor) {
        String name =
                actor.kind() == Actor.Kind.COMMAND_LINE ? actor.name() : Json.nameOf(actor.kind()) + " " + actor.name();
        return actor.job() == null ? name : name + ", job " + actor.job();
    }

    private static JsonNode json(Actor actor) {
        ObjectNode json = Json.object().put("kind", Json.nameOf(actor.kind())).put("name", actor.name());
        return actor.job() == null ? json : json.put("job", actor.job());
    }

    private static String type(HistoryItem<?> item) {
        String what = item instanceof HistoryItem.OfSettings ? "settings" : "user";
        return what + "." + Json.nameOf(item.kind());
    }

    private static String settingsId(HistoryItem<?> item) {
        return item instanceof HistoryItem.OfSettings ofSettings ? ofSettings.settingsId() : null;
    }

    private static Long settingsVersion(HistoryItem<?> item) {
        return item instanceof HistoryItem.OfSettings ofSettings ? ofSettings.settingsVersion() : null;
    }

    private static JsonNode json(Object values) {
        return switch (values) {
            case OutboundSettings settings -> SettingsMapper.body(settings);
            case UserProfile profile ->
                UserMapper.body(new UserPatch(
                        Edit.assign(profile.account()),
                        Edit.assign(profile.name()),
                        Edit.assign(profile.phone()),
                        Edit.assign(profile.email()),
                        Edit.assign(profile.description()),
                        Edit.assign(profile.status())));
            default -> throw new IllegalArgumentException("no values of a history");
        };
    }

    private static List<String> differences(HistoryItem<?> item) {
        return switch (item) {
            case HistoryItem.OfSettings change ->
                Differences.of(
                        SettingsColumns.VALUES,
                        change.before().orElse(null),
                        change.after().orElse(null),
                        IN_A_TABLE);
            case HistoryItem.OfUser change ->
                Differences.of(
                        UserColumns.PROFILE,
                        change.before().orElse(null),
                        change.after().orElse(null),
                        IN_A_TABLE);
        };
    }

    private HistoryColumns() {}
}
