package agentsettings.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Says which values of a record differ between two of its versions. Stateless. */
public final class Differences {

    private static final String NOT_SET = "not set";

    /**
     * Returns what differs, for each such column a text.
     *
     * @param before null if there was no record; so is {@code after}
     */
    public static <T> List<String> of(List<OutputColumn<T>> columns, T before, T after, TextStyle style) {
        List<String> differences = new ArrayList<>();
        for (OutputColumn<T> column : columns) {
            Object old = valueOf(before, column.value());
            Object now = valueOf(after, column.value());
            if (!Objects.equals(old, now)) {
                differences.add(column.name() + ": " + style.removed(text(old)) + " -> " + style.added(text(now)));
            }
        }
        return differences;
    }

    private static <T> Object valueOf(T row, Function<T, ?> value) {
        return row == null ? null : value.apply(row);
    }

    private static String text(Object value) {
        return value == null ? NOT_SET : CellText.printable(CellText.of(value));
    }

    private Differences() {}
}
