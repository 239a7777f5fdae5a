package agentsettings.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.Store;
import agentsettings.storage.Database;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.schema.Tables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole database goes from one engine to the other, and can be served there. */
final class DatabaseCopyTest extends CopyFixture {

    private static final BatchLimits LIMITS = new BatchLimits(16, 16);
    private static final long LAST_ID = 1500000000000000002L;

    @Test
    void thereAndBackNothingIsLost() throws SQLException {
        Database source = sqlite("source");
        Database middle = postgresWithoutSchema();
        Database back = sqlite("back");
        fill(source);
        List<TableComparison> there = copy(source, middle);
        assertThat(there).allMatch(TableComparison::equal).allMatch(table -> table.rows() > 1);
        assertThat(copy(middle, back)).isEqualTo(there);
        for (Table<?> table : Tables.ALL) {
            String select = "SELECT " + quoted(table) + " FROM " + table.name() + " ORDER BY " + table.key();
            assertThat(rows(back, select)).as(table.name()).isNotEmpty().isEqualTo(rows(source, select));
        }
        assertThat(rows(back, "SELECT account FROM agent_settings")).containsExactly("y1", "y1");
    }

    /** As SQLite writes literals, which tell numbers, texts, bytes and null apart. */
    private static String quoted(Table<?> table) {
        return String.join(
                ", ",
                table.columns().stream()
                        .map(column -> "quote(" + column.name() + ")")
                        .toList());
    }

    @Test
    void flagsAndBytesComeOutRight() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        copy(source, target);
        assertThat(rows(target, "SELECT app_key FROM app WHERE NOT enabled")).containsExactly("off");
        assertThat(rows(target, "SELECT encode(secret, 'hex') FROM signing_key ORDER BY key_id"))
                .containsExactly("", "00ff27220a5c7f80");
        assertThat(rows(target, "SELECT node, seq FROM change_log ORDER BY seq"))
                .containsExactly("0|1", "0|2", "0|3", "0|4");
    }

    @Test
    void everyColumnOfTheSchemaIsCopied() throws SQLException {
        List<String> known = Tables.ALL.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .toList();
        assertThat(rows(sqlite("any"), """
                SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT IN ('flyway_schema_history', 'copied_node')
                    AND (t.name, c.name) <> ('agent_settings', 'account')
                """)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(rows(postgres(), """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name NOT IN ('flyway_schema_history', 'node_lease')
                    AND (table_name, column_name) NOT IN (('change_log', 'node'), ('change_log', 'seq'))
                UNION ALL SELECT 'change_log.number'
                """)).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void changesOfSeveralNodesKeepTheirNumbers() throws SQLException {
        Database source = postgres();
        Database target = sqlite("target");
        execute(source, """
                INSERT INTO change_log (tenant_id, node, seq, previous, at, user_id, actor_kind, actor, action)
                VALUES ('b', 0, 1, 0, 100, 'a1', '', '', ''), ('a', 0, 2, 0, 90, 'a2', '', '', ''),
                    ('b', 0, 3, 0, 300, 'a3', '', '', ''), ('a', 7, 1, 0, 95, 'b1', '', '', ''),
                    ('a', 7, 2, 1031, 200, 'b2', '', '', '')
                """);
        assertThat(copy(source, target)).allMatch(TableComparison::equal);
        assertThat(rows(target, "SELECT node, seq, user_id, previous FROM change_log ORDER BY number"))
                .containsExactly("0|1|a1|0", "7|1|b1|0", "0|2|a2|0", "7|2|b2|1031", "0|3|a3|0");
    }

    @Test
    void idsAndNumbersGoOnInPostgres() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        copy(source, target);
        assertThat(create(target)).isGreaterThan(LAST_ID);
        assertThat(rows(target, "SELECT node, seq, action FROM change_log WHERE seq > 4"))
                .containsExactly("0|5|create");
    }

    @Test
    void idsAndNumbersGoOnInSqlite() throws SQLException {
        Database source = sqlite("source");
        Database middle = postgres();
        Database target = sqlite("target");
        fill(source);
        copy(source, middle);
        copy(middle, target);
        assertThat(create(target)).isGreaterThan(LAST_ID);
        assertThat(rows(target, "SELECT seq, action FROM change_log WHERE seq > 4"))
                .containsExactly("5|create");
    }

    @Test
    void aTrimmedLogBeginsWhereItDidAndGoesOnInPostgres() throws SQLException {
        Database source = sqlite("source");
        Database target = postgres();
        fill(source);
        execute(source, "DELETE FROM deleted_record", "DELETE FROM change_log_start");
        trim(source, Instant.ofEpochMilli(11));
        List<String> starts = List.of("0|3072|1500000000000000002");
        assertThat(rows(source, STARTS)).isEqualTo(starts);

        assertThat(copy(source, target)).allMatch(TableComparison::equal);
        assertThat(rows(target, STARTS)).isEqualTo(starts);
        assertThat(create(target)).isGreaterThan(LAST_ID);
        assertThat(rows(target, "SELECT node, seq, action FROM change_log ORDER BY seq"))
                .containsExactly("0|4|delete", "0|5|create");
    }

    @Test
    void aLogWithoutChangesGoesOnInSqlite() throws SQLException {
        Database middle = postgres();
        Database source = sqlite("source");
        Database target = sqlite("target");
        fill(source);
        execute(source, "DELETE FROM deleted_record", "DELETE FROM change_log_start");
        trim(source, Instant.parse("9999-01-01T00:00:00Z"));
        execute(source, "INSERT INTO change_log_start VALUES (3, 7171, 9)");
        assertThat(rows(source, "SELECT 1 FROM change_log")).isEmpty();

        copy(source, middle);
        assertThat(copy(middle, target)).allMatch(TableComparison::equal);
        assertThat(rows(target, STARTS)).containsExactly("0|4096|1500000000000000002", "3|7171|9");
        assertThat(create(target)).isGreaterThan(LAST_ID);
        assertThat(rows(target, "SELECT node, seq, action FROM change_log")).containsExactly("0|8|create");
    }

    private static final String STARTS = "SELECT node, number, settings_id FROM change_log_start ORDER BY node";

    /** Under a clock that is behind the ids that were copied. */
    private static long create(Database database) {
        Instant earlier = Instant.ofEpochMilli(SettingsIds.millisOf(LAST_ID)).minusSeconds(60);
        try (Store store = database.openStore(new SettableClock(earlier), LIMITS, Runnable::run)) {
            CreateSettings.Outcome outcome = store.write(new CreateSettings(Samples.CALLER, "B", Samples.VENDORS, null))
                    .toCompletableFuture()
                    .join();
            return ((CreateSettings.Created) outcome).id();
        }
    }
}
