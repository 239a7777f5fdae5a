package agentsettings.management.imports.parsing;

import agentsettings.management.imports.parsing.ImportColumn.Need;
import agentsettings.server.config.messages.NearestWord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a file may have. Immutable. */
public final class Columns {

    /** What is wrong with a row, which the command line writes into a file of faulty rows. Imports leave it out. */
    public static final String FAULT = "fault";

    private final Map<String, ImportColumn> byName;

    private Columns(Map<String, ImportColumn> byName) {
        this.byName = byName;
    }

    /** No columns yet but {@link #FAULT}. */
    public static Columns of() {
        return new Columns(Map.of()).ignoring(FAULT);
    }

    /** These columns and another. */
    public Columns with(String name, ImportColumn.Type type, boolean required) {
        return with(new ImportColumn(name, type, required ? Need.REQUIRED : Need.OPTIONAL));
    }

    /** These columns and others whose values are left out. */
    public Columns ignoring(String... names) {
        Columns columns = this;
        for (String name : names) {
            columns = columns.with(new ImportColumn(name, ImportColumn.Type.TEXT, Need.IGNORED));
        }
        return columns;
    }

    private Columns with(ImportColumn column) {
        Map<String, ImportColumn> more = new LinkedHashMap<>(byName);
        more.put(column.name(), column);
        return new Columns(more);
    }

    Optional<ImportColumn> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What is wrong with a name that is none of them. */
    String unknown(String name) {
        String nearest = NearestWord.to(name, byName.keySet())
                .map(known -> " Did you mean " + known + "?")
                .orElse("");
        return "is not known." + nearest;
    }

    /** Those that a file must have and that are not among these. */
    List<String> missing(Collection<String> present) {
        return byName.values().stream()
                .filter(column -> column.need() == Need.REQUIRED)
                .map(ImportColumn::name)
                .filter(name -> !present.contains(name))
                .toList();
    }
}
