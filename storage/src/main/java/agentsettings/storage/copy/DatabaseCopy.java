package agentsettings.storage.copy;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies all that a database holds into an empty one of the other engine: from one state of the source, in one transaction on the
 * target, which is committed when reading it again has shown the same rows. Used by one thread.
 */
public final class DatabaseCopy {

    private static final int ROWS_TOGETHER = 4096;

    private final CopyProgress progress;

    public DatabaseCopy(CopyProgress progress) {
        this.progress = progress;
    }

    /**
     * Copies; a SQLite database must have been opened for serving.
     *
     * @return each table's comparison; unless all are equal, the target is still empty
     * @throws StoreUnavailable when the copy is refused or fails; the target is still empty then
     */
    public List<TableCopy> copy(Database from, Database to) {
        if (from.getClass().equals(to.getClass())) {
            throw new StoreUnavailable("From " + from + " to " + to + " is no way from one engine to the other.", null);
        }
        if (!from.migrations().stream().allMatch(Migration::applied)) {
            throw new StoreUnavailable(
                    "The schema of " + from + " isn't up to date; run ./agentsettings db migrate on it first.", null);
        }
        try (Side source = Side.reading(from)) {
            prepare(to);
            try (Side target = Side.writing(to)) {
                requireEmpty(target.connection(), to);
                return copy(source, target);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't copy " + from + " to " + to + "; nothing was copied", e);
        }
    }

    /** Looks before it changes the schema, too. */
    private static void prepare(Database to) throws SQLException {
        try (Connection connection = to.openForWriting()) {
            requireEmpty(connection, to);
        }
        to.migrate();
    }

    private static void requireEmpty(Connection connection, Database to) throws SQLException {
        RowCounts.of(connection).forEach((table, rows) -> {
            if (rows > 0) {
                throw new StoreUnavailable(
                        to + " isn't empty: its table " + table + " has " + rows + " rows. Nothing was changed.", null);
            }
        });
    }

    private List<TableCopy> copy(Side source, Side target) throws SQLException {
        long rows = RowCounts.of(source.connection()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        progress.begin("copying", rows);
        Map<Table, Checksum> sent = new LinkedHashMap<>();
        for (Table table : Table.ALL) {
            sent.put(table, copy(table, source, target));
        }
        target.continueNumbers();
        progress.begin("checking", rows);
        List<TableCopy> copies = new ArrayList<>();
        for (Table table : Table.ALL) {
            Checksum one = sent.get(table);
            Checksum other = new Checksum();
            read(
                    target,
                    "SELECT " + table.names() + " FROM " + table.name(),
                    table,
                    row -> other.add(table.columns(), row));
            copies.add(new TableCopy(table.name(), one.rows(), one.sum(), other.rows(), other.sum()));
        }
        if (copies.stream().allMatch(TableCopy::equal)) {
            target.commit();
        }
        return copies;
    }

    private Checksum copy(Table table, Side source, Side target) throws SQLException {
        Checksum checksum = new Checksum();
        String rows = table.equals(Table.CHANGE_LOG) ? source.changeLog() : table.name();
        try (PreparedStatement insert = target.connection().prepareStatement(target.insert(table))) {
            read(source, "SELECT " + table.names() + " FROM " + rows + " ORDER BY " + table.order(), table, row -> {
                checksum.add(table.columns(), row);
                for (int i = 0; i < row.length; i++) {
                    table.columns().get(i).write(row[i], insert, i + 1);
                }
                insert.addBatch();
                if (checksum.rows() % ROWS_TOGETHER == 0) {
                    insert.executeBatch();
                }
            });
            insert.executeBatch();
        }
        return checksum;
    }

    /** What is done with a row's values. */
    private interface Use {
        void of(Object[] row) throws SQLException;
    }

    private void read(Side side, String select, Table table, Use use) throws SQLException {
        try (Statement statement = side.connection().createStatement()) {
            statement.setFetchSize(ROWS_TOGETHER);
            try (ResultSet row = statement.executeQuery(select)) {
                long read = 0;
                while (row.next()) {
                    Object[] values = new Object[table.columns().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = table.columns().get(i).read(row, i + 1);
                    }
                    use.of(values);
                    if (++read % ROWS_TOGETHER == 0) {
                        progress.done(ROWS_TOGETHER);
                    }
                }
                progress.done(read % ROWS_TOGETHER);
            }
        }
    }
}
