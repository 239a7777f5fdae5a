package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Faults;
import agentsettings.storage.GatedWriter;
import agentsettings.storage.GroupCommit;
import agentsettings.storage.LaneLimits;
import agentsettings.storage.SettableClock;
import agentsettings.storage.StoreModel;
import agentsettings.storage.Wish;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A run of commands over a connection with faults. The model is told of the acknowledged commands alone; in the end the
 * database must be as the model is.
 */
final class FaultRun implements AutoCloseable {

    private static final int QUEUE_MAX = 100;
    private static final int BATCH_MAX = 10;

    private final StoreModel model;
    private final SqliteEngine engine;
    private final Faults faults;
    private final Connection connection;
    private final GatedWriter gate;
    private final GroupCommit commits;
    private int failures;

    /** Starts a writer on the engine's database; a fault in doing so is thrown. */
    FaultRun(SqliteEngine engine, Connection connection, Faults faults) throws SQLException {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00.123Z"));
        SettingsIds ids = new SettingsIds(clock, 0, 0);
        this.model = new StoreModel(clock);
        this.engine = engine;
        this.faults = faults;
        this.connection = connection;
        this.gate = new GatedWriter(new SqliteWriter(faults.in(connection), ids, clock));
        this.commits = new GroupCommit(gate, new LaneLimits(QUEUE_MAX, BATCH_MAX));
    }

    /**
     * Writes the bursts: of each the first command in one transaction and the others together in the next.
     *
     * @return whether the last command was acknowledged
     */
    boolean write(List<List<Wish>> bursts) throws InterruptedException {
        boolean acknowledged = false;
        for (List<Wish> burst : bursts) {
            acknowledged = writeBurst(burst);
        }
        return acknowledged;
    }

    /** How many commands failed. */
    int failures() {
        return failures;
    }

    /** Demands that what was acknowledged is in the database wholly, and what failed is not at all. */
    void demandNothingLostAndNothingHalf(List<FindSettings> questions) throws SQLException {
        faults.end();
        commits.close();
        try (Connection reading = engine.file().openForReading();
                SqliteReader reader = new SqliteReader(reading)) {
            for (FindSettings question : questions) {
                assertThat(reader.find(question)).isEqualTo(model.find(question));
            }
            assertThat(SqliteEngine.changeLog(reading)).isEqualTo(model.changeLog());
            demandIntegrity(reading);
        }
    }

    private boolean writeBurst(List<Wish> burst) throws InterruptedException {
        List<Command<?>> commands = new ArrayList<>();
        List<CompletableFuture<?>> outcomes = new ArrayList<>();
        gate.hold();
        for (Wish wish : burst) {
            Command<?> command = wish.command(model);
            commands.add(command);
            outcomes.add(commits.submit(command).toCompletableFuture());
            if (commands.size() == 1) {
                gate.awaitBatch();
            }
        }
        gate.letGo();
        boolean acknowledged = false;
        for (int i = 0; i < commands.size(); i++) {
            acknowledged = isAcknowledged(commands.get(i), outcomes.get(i));
        }
        return acknowledged;
    }

    private boolean isAcknowledged(Command<?> command, CompletableFuture<?> outcome) {
        try {
            model.demand(command, outcome.join());
            return true;
        } catch (CompletionException failure) {
            assertThat(failure).hasCauseInstanceOf(StoreUnavailable.class);
            failures++;
            return false;
        }
    }

    private static void demandIntegrity(Connection reading) throws SQLException {
        try (Statement statement = reading.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    @Override
    public void close() throws SQLException {
        commits.close();
        connection.close();
    }
}
