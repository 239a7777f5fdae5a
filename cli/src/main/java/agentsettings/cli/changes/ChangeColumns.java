package agentsettings.cli.changes;

import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.settings.HistoryColumns;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.core.users.UserKey;
import java.util.List;
import java.util.stream.Stream;

/** The columns of the feed of changes. */
final class ChangeColumns {

    static final List<OutputColumn<ChangeEvent>> CHANGE = Stream.concat(
                    Stream.of(
                                    OutputColumn.of("TENANT", "tenantId", UserKey::tenantId),
                                    OutputColumn.of("USER ID", "userId", UserKey::userId))
                            .map(column -> column.in(ChangeEvent::user)),
                    HistoryColumns.HISTORY.stream().map(column -> column.in(ChangeEvent::change)))
            .toList();

    private ChangeColumns() {}
}
