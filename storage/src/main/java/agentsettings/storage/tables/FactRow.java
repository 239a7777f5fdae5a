package agentsettings.storage.tables;

import agentsettings.core.store.DatabaseFact;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.util.List;
import java.util.Locale;

/** A row of the facts about the database as a whole. */
public record FactRow(String name, String value) {

    public static final Table<FactRow> TABLE = new Table<>(
            "database_fact", "name", List.of(Column.text("name", FactRow::name), Column.text("value", FactRow::value)));

    public FactRow(DatabaseFact fact, String value) {
        this(name(fact), value);
    }

    public static String name(DatabaseFact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }
}
