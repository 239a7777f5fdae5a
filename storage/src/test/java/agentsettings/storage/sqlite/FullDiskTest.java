package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.FindSettings;
import agentsettings.storage.ExpectedFailures;
import agentsettings.storage.FaultRun;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import agentsettings.storage.Wish;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full costs the commands that find it so, and nothing once there is room again. */
// the timeout is only there so that a command left unanswered fails the build instead of holding it up
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class FullDiskTest {

    private static final int USERS = 400;

    @TempDir
    private Path folder;

    private volatile int allowedPages;
    private volatile Connection last;

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged();
    }

    @Test
    void commandsFailWhileTheDiskIsFullAndSucceedOnceThereIsRoom() throws Exception {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00.123Z"));
        SqliteEngine engine = new SqliteEngine(folder);
        allowedPages = pages(engine) + 4;
        try (FaultRun run = new FaultRun(engine, List.of(engine.writer(this::limited, clock)), clock)) {
            run.write(users("early"));
            int failures = run.failures();
            assertThat(failures).as("there is no room for all").isPositive();

            allowedPages = 1_000_000;
            limited(last);
            assertThat(run.write(users("late"))).isTrue();
            assertThat(run.failures()).isEqualTo(failures);
            run.requireNothingLostAndNothingHalf(questions());
        }
    }

    /** SQLite's own limit on the size of the file stands in for the disk's: both fail in the same way. */
    private Connection limited(Connection connection) {
        last = connection;
        try {
            if (!connection.isClosed()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = " + allowedPages);
                }
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int pages(SqliteEngine engine) throws SQLException {
        try (Connection connection = engine.file().openForReading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            return row.getInt(1);
        }
    }

    private static List<List<Wish>> users(String prefix) {
        List<List<Wish>> bursts = new ArrayList<>();
        for (int i = 0; i < USERS; i += 4) {
            List<Wish> burst = new ArrayList<>();
            for (int j = i; j < i + 4; j++) {
                String user = prefix + j;
                burst.add(new Wish.Add(Samples.CALLER, user, user, user));
                burst.add(new Wish.Create(Samples.CALLER, user, Samples.VENDORS, null));
            }
            bursts.add(burst);
        }
        return bursts;
    }

    private static List<FindSettings> questions() {
        List<FindSettings> questions = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            questions.add(new FindSettings(Samples.CALLER.tenantId(), "early" + i));
            questions.add(new FindSettings(Samples.CALLER.tenantId(), "late" + i));
        }
        return questions;
    }
}
