package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.changes.Change;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.tables.SettingsRow;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** Encodes what a create stores as column values. */
public class RowsBench extends ShortRuns {

    private static final StoredSettings SETTINGS =
            new StoredSettings(1_307_145_259_662_215_169L, 1, Samples.SETTINGS, Instant.EPOCH, 1024);
    private static final UserKey USER = new UserKey(Samples.TENANT, "10gg0000000000000042");
    private static final SettingsRow SETTINGS_ROW = new SettingsRow(USER, SETTINGS, Instant.EPOCH);
    private static final ChangeRow CHANGE_ROW =
            new ChangeRow(new Change.SettingsChanged(1024, Samples.CALLER, USER, null, SETTINGS), Instant.EPOCH);

    @Benchmark
    public void settings(Blackhole blackhole) {
        for (Column<SettingsRow> column : SettingsRow.TABLE.columns()) {
            blackhole.consume(column.value().apply(SETTINGS_ROW));
        }
    }

    @Benchmark
    public void change(Blackhole blackhole) {
        for (Column<ChangeRow> column : ChangeRow.TABLE.columns()) {
            blackhole.consume(column.value().apply(CHANGE_ROW));
        }
    }
}
