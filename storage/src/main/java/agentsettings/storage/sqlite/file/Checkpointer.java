package agentsettings.storage.sqlite.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Moves the write-ahead log into the file while others write, by a thread and a connection of its own, so that commits hardly wait for it,
 * and cuts a log that has grown large all the same. Closing waits for a move under way.
 */
public final class Checkpointer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Checkpointer.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** A page that was written several times is moved once, so fewer are moved the longer the log; but syncing them delays commits. */
    private static final int PAGES = 4_000;

    /** The first takes long, each further one moves what was written during the one before. */
    private static final int MOVES_BESIDE_WRITES = 6;

    /** For so long at most, a cut waits for long reads to end, while others wait to begin. */
    private static final Duration LONG_READS_MAX = Duration.ofSeconds(5);

    /** For so long at most, a cut waits for other reads, while writers wait. */
    private static final Duration READS_MAX = Duration.ofMillis(250);

    private static final Duration TURN_MAX = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(32);

    private final SqliteFile file;
    private final Lock turn;
    private final Lock noLongReads;

    /** Used by the thread alone, as what follows. */
    private final Connection connection;

    private boolean fails;
    private boolean logIsLarge;
    private long nextCut = System.nanoTime();
    private Duration pause = FIRST_PAUSE;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());

    private Checkpointer(SqliteFile file, Lock turn, Lock noLongReads, Connection connection) {
        this.file = file;
        this.turn = turn;
        this.noLongReads = noLongReads;
        this.connection = connection;
        long millis = INTERVAL.toMillis();
        var _ = thread.scheduleWithFixedDelay(this::run, millis, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts to move the log of a database, which must exist.
     *
     * @param turn held by whoever writes in this process
     * @param noLongReads can't be held while this process reads, but for short reads
     */
    public static Checkpointer start(SqliteFile file, Lock turn, Lock noLongReads) throws SQLException {
        Connection connection = file.openForWriting();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + READS_MAX.toMillis());
            return new Checkpointer(file, turn, noLongReads, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void run() {
        try (Statement statement = connection.createStatement()) {
            if (isDue(statement)) {
                move(statement);
            }
            if (size() > SqliteFile.LOG_BYTES_MAX && isTimeToCut()) {
                cut(statement);
            }
            fails = false;
        } catch (Throwable failure) { // even an Error must not end the thread
            if (!fails) {
                LOG.log(System.Logger.Level.WARNING, "Can't move " + file.log() + " into the database file", failure);
            }
            fails = true;
        } finally {
            logWhetherLarge();
        }
    }

    /** Not for a few pages: while readers keep a long log from beginning anew, that would be at each write. */
    private static boolean isDue(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
            row.next();
            int pages = row.getInt("log");
            return pages >= PAGES && pages - row.getInt("checkpointed") >= PAGES / 4;
        }
    }

    /**
     * Moves as much of the log as readers permit, nearly always all, so that the next write begins it anew. SQLite syncs the file only when
     * a move catches up with the writers, so that is tried several times before they wait for a move that does: with little left to sync,
     * it takes a few milliseconds.
     */
    private void move(Statement statement) throws SQLException, InterruptedException {
        moveBesideWrites(statement);
        checkpointInTurn(statement, "PASSIVE");
    }

    /** At once, and after pauses that double, so that others don't often wait in vain for one who reads for minutes. */
    private boolean isTimeToCut() {
        return System.nanoTime() - nextCut >= 0;
    }

    /**
     * Cuts a large log. SQLite begins the log anew when a write meets no reader of it; while readers follow one another without a pause,
     * none does, unless long reads end and writers wait meanwhile.
     */
    private void cut(Statement statement) throws SQLException, InterruptedException {
        try {
            if (noLongReads.tryLock(LONG_READS_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    moveBesideWrites(statement);
                    checkpointInTurn(statement, "TRUNCATE");
                } finally {
                    noLongReads.unlock();
                }
            }
        } finally {
            nextCut = System.nanoTime() + pause.toNanos();
            pause = pause.compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    private static void moveBesideWrites(Statement statement) throws SQLException {
        for (int i = 0; i < MOVES_BESIDE_WRITES; i++) {
            checkpoint(statement, "PASSIVE");
        }
    }

    /** Does nothing if others write for long; then it is tried again soon. */
    private void checkpointInTurn(Statement statement, String mode) throws SQLException, InterruptedException {
        if (turn.tryLock(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                checkpoint(statement, mode);
            } finally {
                turn.unlock();
            }
        }
    }

    private static void checkpoint(Statement statement, String mode) throws SQLException {
        statement.execute("PRAGMA wal_checkpoint(" + mode + ")");
    }

    private long size() {
        return file.log().toFile().length();
    }

    private void logWhetherLarge() {
        long size = size();
        boolean large = size > SqliteFile.LOG_BYTES_MAX;
        if (large && !logIsLarge) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    file.log() + " has grown beyond " + (SqliteFile.LOG_BYTES_MAX >> 20)
                            + " MB. If it stays so, another process keeps a transaction open, such as a backup. The log is"
                            + " cut soon after that has ended.");
        } else if (!large && logIsLarge) {
            LOG.log(System.Logger.Level.INFO, file.log() + " has been cut to " + (size >> 20) + " MB.");
        }
        logIsLarge = large;
        if (!large) {
            nextCut = System.nanoTime();
            pause = FIRST_PAUSE;
        }
    }

    @Override
    public void close() throws SQLException {
        thread.close();
        connection.close();
    }
}
