package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import agentsettings.storage.jdbc.ReadFailureLog;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.queue.GroupCommit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that somebody has spoilt by hand. */
class UnreadableRowTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged(ReadFailureLog.class, GroupCommit.class);
    }

    @Test
    void failsItsOwnQueryAlone() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        List<Runnable> endOfTurn = new ArrayList<>();
        try (Store store = engine.database()
                .openStore(
                        new SettableClock(Instant.parse("2026-11-23T12:00:00Z")),
                        new BatchLimits(10, 10),
                        endOfTurn::add)) {
            createAndSpoilTheSecond(store, engine);

            List<CompletionStage<FindSettings.Outcome>> answers = Stream.of("1", "2", "3")
                    .map(user -> store.find(new FindSettings(Samples.CALLER.tenantId(), user)))
                    .toList();
            endOfTurn.getFirst().run();

            assertThat(answers.get(0)).isCompletedWithValueMatching(FindSettings.Found.class::isInstance);
            assertThat(answers.get(1))
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(StoreUnavailable.class);
            assertThat(answers.get(2)).isCompletedWithValueMatching(FindSettings.Found.class::isInstance);
        }
    }

    @Test
    void failsItsOwnWriteAlone() throws Exception {
        SqliteEngine engine = new SqliteEngine(folder);
        try (Store store = engine.open(new SettableClock(Instant.parse("2026-11-23T12:00:00Z")))) {
            createAndSpoilTheSecond(store, engine);

            List<CompletableFuture<DeleteSettings.Outcome>> outcomes = Stream.of("1", "2", "3")
                    .map(user -> store.write(new DeleteSettings(Samples.CALLER, user))
                            .toCompletableFuture())
                    .toList();

            assertThat(outcomes.get(0).join()).isEqualTo(new DeleteSettings.Deleted());
            assertThat(outcomes.get(1).handle((outcome, failure) -> failure).join())
                    .isInstanceOf(StoreUnavailable.class);
            assertThat(outcomes.get(2).join()).isEqualTo(new DeleteSettings.Deleted());
        }
    }

    private static void createAndSpoilTheSecond(Store store, SqliteEngine engine) throws SQLException {
        for (String user : List.of("1", "2", "3")) {
            store.write(Samples.user(Samples.CALLER, user, user, "y" + user));
            store.write(new CreateSettings(Samples.CALLER, user, Samples.VENDORS, null))
                    .toCompletableFuture()
                    .join();
        }
        try (Connection connection = engine.file().openForWriting();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE agent_settings SET call_type = '7' WHERE user_id = '2'");
        }
    }
}
