package agentsettings.cli.output;

import java.util.Locale;
import java.util.function.Function;

/**
 * A column of a list, which is also a line of what shows one record, and a member of a JSON object. Immutable.
 *
 * @param header in upper case, at the top of the column
 * @param name in JSON and CSV
 * @param value a text, number, boolean, time, constant, JSON value, a list or an Optional of them, or null if it is not set
 * @param cell the value for people
 * @param isListed whether a table for people has the column; all other output has it
 */
public record OutputColumn<T>(
        String header, String name, Function<T, ?> value, Function<T, String> cell, boolean isListed) {

    /** Returns a column whose values have their usual form for people. */
    public static <T> OutputColumn<T> of(String header, String name, Function<T, ?> value) {
        return new OutputColumn<>(header, name, value, row -> CellText.of(value.apply(row)), true);
    }

    /** Returns this column with another form for people. */
    public OutputColumn<T> shownAs(Function<T, String> form) {
        return new OutputColumn<>(header, name, value, form, isListed);
    }

    /** Returns the column of a record of which this is a column of a part. */
    public <S> OutputColumn<S> in(Function<S, T> part) {
        return new OutputColumn<>(
                header, name, row -> value.apply(part.apply(row)), row -> cell.apply(part.apply(row)), isListed);
    }

    /** Returns this column, left out of tables. */
    public OutputColumn<T> unlisted() {
        return new OutputColumn<>(header, name, value, cell, false);
    }

    /** The header, before the value of one record. */
    String label() {
        return header.charAt(0) + header.substring(1).toLowerCase(Locale.ROOT);
    }
}
