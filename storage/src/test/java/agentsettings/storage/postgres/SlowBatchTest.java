package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Samples;
import agentsettings.storage.observation.StorageObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch whose statements together take longer than 10 s is not committed, so that no write takes effect long after its request. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowBatchTest {

    private static final List<String> WRITTEN_TABLES =
            List.of("t_aicc_pub_appcube_user", "agent_settings", "node_lease", "change_log");

    @Test
    void aBatchThatTakesTooLongIsNotCommitted() throws SQLException {
        PostgresEngine engine = PostgresEngine.withLanes(1);
        Connections connections = ((PostgresDatabase) engine.database()).connections();
        InstantSource clock = InstantSource.system();
        try (PostgresWriter writer =
                new PostgresWriter(connections, new NodeLease(clock), clock, StorageObserver.NONE)) {
            writer.write(batch("quick"));
            connections.inTransaction(SlowBatchTest::slowDown);

            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> writer.write(batch("slow")))
                    .havingCause()
                    .withMessageContaining("longer than 10 s");
            assertThat(engine.changeLog()).hasSize(2);
        }
        engine.close();
    }

    private static List<Command<?>> batch(String user) {
        return List.of(
                Samples.user(Samples.CALLER, user, user, user),
                new CreateSettings(Samples.CALLER, user, Samples.VENDORS, null));
    }

    /** Each statement responds within the time that is allowed for a response. */
    private static Void slowDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION slow_down() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$BEGIN PERFORM pg_sleep(2.8); RETURN NULL; END$$");
            for (String table : WRITTEN_TABLES) {
                statement.execute("CREATE TRIGGER slow_down BEFORE INSERT OR UPDATE ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION slow_down()");
            }
        }
        return null;
    }
}
