package agentsettings.cli.changes;

import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.settings.HistoryColumns;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.core.users.UserKey;
import java.util.List;
import java.util.stream.Stream;

/** The columns of the feed of changes. */
final class ChangeColumns {

    private static final List<OutputColumn<ChangeEvent>> CHANGE = Stream.concat(
                    Stream.of(
                                    OutputColumn.of("TENANT", "tenantId", UserKey::tenantId),
                                    OutputColumn.of("USER ID", "userId", UserKey::userId))
                            .map(column -> column.in(ChangeEvent::user)),
                    HistoryColumns.HISTORY.stream().map(column -> column.in(ChangeEvent::change)))
            .toList();

    /** A CloudEvent, as the management interface has it. */
    private static final List<OutputColumn<ChangeEvent>> EVENT = List.of(
            OutputColumn.of("SPECVERSION", "specversion", _ -> "1.0"),
            OutputColumn.of("ID", "id", event -> event.change().change()),
            OutputColumn.of("SOURCE", "source", ChangeEvent::source),
            OutputColumn.of("TYPE", "type", event -> "agentsettings." + HistoryColumns.type(event.change())),
            OutputColumn.of("SUBJECT", "subject", ChangeColumns::subject),
            OutputColumn.of("TIME", "time", event -> event.change().time()),
            OutputColumn.of("DATACONTENTTYPE", "datacontenttype", _ -> "application/json"),
            OutputColumn.of("DATA", "data", event -> HistoryColumns.data(event.change())));

    static List<OutputColumn<ChangeEvent>> in(OutputFormat format) {
        return format == OutputFormat.JSON ? EVENT : CHANGE;
    }

    private static String subject(ChangeEvent event) {
        String user =
                "/tenants/" + event.user().tenantId() + "/users/" + event.user().userId();
        return event.change() instanceof HistoryItem.OfSettings ? user + "/settings" : user;
    }

    private ChangeColumns() {}
}
