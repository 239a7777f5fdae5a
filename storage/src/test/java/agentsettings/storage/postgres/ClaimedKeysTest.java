package agentsettings.storage.postgres;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.store.Store;
import agentsettings.storage.Samples;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** An idempotency key under which nothing is remembered leaves nothing behind. */
class ClaimedKeysTest {

    private static final int REFUSED = 20;

    @Test
    void keysOfRefusedCreatesDoNotPileUp() throws SQLException {
        PostgresEngine engine = PostgresEngine.emptyWithLanes(1);
        try (Store store = engine.open(InstantSource.system())) {
            store.write(Samples.user(CALLER, USER, "s", "y111"))
                    .toCompletableFuture()
                    .join();
            for (int i = 0; i < REFUSED; i++) {
                CreateSettings refused = new CreateSettings(
                        CALLER.with(NumberCheck.ENFORCE), USER, VENDORS, new Idempotency("key-" + i, "digest"));
                assertThat(store.write(refused).toCompletableFuture().join())
                        .isInstanceOf(CreateSettings.NumberNotAllotted.class);
            }
        }
        assertThat(rows(engine)).isLessThan(2);
        engine.close();
    }

    private static int rows(PostgresEngine engine) throws SQLException {
        try (Connection connection =
                        ((PostgresDatabase) engine.database()).connections().open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM idempotency_key")) {
            row.next();
            return row.getInt(1);
        }
    }
}
