package agentsettings.storage.directory;

import agentsettings.core.store.DatabaseFact;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads and writes the facts about the database as a whole. Used by one thread, in the transaction of its owner. */
public record FactDao(Statements statements) {

    public static final Table<Fact> TABLE = new Table<>(
            "database_fact", "name", List.of(Column.text("name", Fact::name), Column.text("value", Fact::value)));

    /** A row. */
    public record Fact(String name, String value) {}

    Optional<String> find(DatabaseFact fact) throws SQLException {
        return statements
                .select("SELECT value FROM database_fact WHERE name = ?", row -> row.getString(1), name(fact))
                .stream()
                .findFirst();
    }

    /** Records the fact; false if it is recorded. */
    boolean add(DatabaseFact fact, String text) throws SQLException {
        return statements.insertUnlessPresent(TABLE, new Fact(name(fact), text));
    }

    private static String name(DatabaseFact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    /** A statement that forgets the fact. */
    public static String deletion(DatabaseFact fact) {
        return "DELETE FROM " + TABLE.name() + " WHERE name = '" + name(fact) + "'";
    }
}
