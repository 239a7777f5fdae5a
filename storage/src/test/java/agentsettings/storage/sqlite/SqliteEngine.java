package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.Command;
import agentsettings.core.store.Records;
import agentsettings.storage.Database;
import agentsettings.storage.Faults;
import agentsettings.storage.FaultyEngine;
import agentsettings.storage.LogTrimmer;
import agentsettings.storage.LoggedChange;
import agentsettings.storage.SettableClock;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.observation.StorageObserver;
import agentsettings.storage.queue.BatchWriter;
import agentsettings.storage.records.StoredRecords;
import agentsettings.storage.retention.OldestChanges;
import agentsettings.storage.retention.StoredLogTrimmer;
import agentsettings.storage.sqlite.batch.SqliteWriter;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.sqlite.file.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** SQLite in a folder of its own, whose empty database is a copy of one migrated before, since migrating takes long. */
final class SqliteEngine implements FaultyEngine {

    // held, since loggers that nobody holds are forgotten together with their level
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    static {
        MIGRATIONS.setLevel(Level.WARNING);
    }

    private final DataFolder folder;
    private final SqliteDatabase database;

    SqliteEngine(Path path) throws IOException {
        folder = new DataFolder(path);
        folder.create();
        Files.write(folder.database().path(), EmptyDatabase.BYTES);
        database = SqliteDatabase.openShared(folder);
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Records openRecords(InstantSource clock, int searchedRowsMax) {
        return new StoredRecords(new SqliteRecordReads(new SharedFile(file())), Dialect.SQLITE, clock, searchedRowsMax);
    }

    @Override
    public String bytes(String hex) {
        return "x'" + hex + "'";
    }

    @Override
    public void execute(String sql) {
        try (Connection connection = file().openForWriting();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that the statement selects. */
    long number(String select) {
        try (Connection connection = file().openForReading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<LoggedChange> changeLog() {
        try (Connection connection = file().openForReading()) {
            return changeLog(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // the folder is the test's
    }

    @Override
    public BatchWriter writer(Faults faults, SettableClock clock) throws SQLException {
        return writer(faults::in, clock);
    }

    /** A writer on connections that are changed so. */
    BatchWriter writer(UnaryOperator<Connection> change, SettableClock clock) throws SQLException {
        RealConnections connections = new RealConnections(file(), change);
        try {
            return new ClosingWriter(
                    SqliteWriter.open(connections, 0, clock, new AtomicBoolean(), StorageObserver.NONE), connections);
        } catch (SQLException fault) {
            connections.close();
            throw fault;
        }
    }

    @Override
    public LogTrimmer trimmer(Faults faults) throws SQLException {
        Connection connection = file().openForWriting();
        try {
            SharedFile shared = new SharedFile(file());
            LogTrimmer trimmer = new StoredLogTrimmer(
                    new SqliteStatementSession(shared, faults.in(connection)), OldestChanges.SQLITE);
            return new ClosingTrimmer(trimmer, connection);
        } catch (SQLException fault) {
            connection.close();
            throw fault;
        }
    }

    /** Closes the connection even if the trimmer's close fails. */
    private record ClosingTrimmer(LogTrimmer trimmer, Connection connection) implements LogTrimmer {

        @Override
        public int trim(Instant before) {
            return trimmer.trim(before);
        }

        @Override
        public void close() {
            try (connection) {
                trimmer.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Opens connections. One that was given up is closed before the next is opened, because its own close may have failed. */
    private static final class RealConnections implements SqliteWriter.Opener, AutoCloseable {

        private final SqliteFile file;
        private final UnaryOperator<Connection> change;
        private Connection last;

        RealConnections(SqliteFile file, UnaryOperator<Connection> change) {
            this.file = file;
            this.change = change;
        }

        @Override
        public Connection open() throws SQLException {
            close();
            last = file.openForWriting();
            return change.apply(last);
        }

        @Override
        public void close() throws SQLException {
            if (last != null) {
                last.close();
            }
        }
    }

    private record ClosingWriter(BatchWriter writer, RealConnections connections) implements BatchWriter {

        @Override
        public List<Object> write(List<Command<?>> batch) {
            return writer.write(batch);
        }

        @Override
        public boolean onIdle() {
            return writer.onIdle();
        }

        @Override
        public void close() {
            try (connections) {
                writer.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void requireIntegrity() {
        try (Connection connection = file().openForReading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    SqliteFile file() {
        return folder.database();
    }

    static List<LoggedChange> changeLog(Connection connection) throws SQLException {
        List<LoggedChange> log = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM change_log ORDER BY seq")) {
            while (row.next()) {
                long settingsId = row.getLong("settings_id");
                log.add(new LoggedChange(
                        row.getLong("seq"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("tenant_id"),
                        row.getString("user_id"),
                        settingsId == 0 ? null : settingsId,
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("before"),
                        row.getString("after")));
            }
        }
        return log;
    }

    /** A database file with the schema and nothing in it. */
    private static final class EmptyDatabase {

        static final byte[] BYTES = bytes();

        private static byte[] bytes() {
            try {
                Path folder = Files.createTempDirectory("agentsettings-test");
                SqliteFile file = new SqliteFile(folder.resolve("empty.db"));
                file.migrations().run();
                byte[] bytes = Files.readAllBytes(file.path());
                Files.delete(file.path());
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
