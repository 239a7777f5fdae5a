package agentsettings.storage.copy;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import agentsettings.storage.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** One end of a copy: a connection with a transaction on it, and what is special about the engine. Used by one thread. */
interface Side extends AutoCloseable {

    /**
     * Begins to read, one state of the database throughout.
     *
     * @throws StoreUnavailable when a server runs on it
     */
    static Side reading(Database database) throws SQLException {
        return database instanceof PostgresDatabase ? PostgresSide.reading(database) : SqliteSide.reading(database);
    }

    /**
     * Begins to write.
     *
     * @throws StoreUnavailable when a server runs on it
     */
    static Side writing(Database database) throws SQLException {
        return database instanceof PostgresDatabase ? PostgresSide.writing(database) : SqliteSide.writing(database);
    }

    Connection connection();

    /** The change log as SQL selects from it, its changes numbered in one order. */
    String changeLog();

    /** The statement that adds a row, its parameters the table's columns. */
    default String insert(Table table) {
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table.name() + " (" + table.names() + ") VALUES (" + places + ")";
    }

    /** Sees to it, when all rows are written, that new ids and new numbers of changes follow those in the change log. */
    void continueNumbers() throws SQLException;

    void commit() throws SQLException;

    /** Undoes what isn't committed. */
    @Override
    void close() throws SQLException;
}
