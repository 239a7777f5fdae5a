package agentsettings.cli.output;

import agentsettings.management.csv.CsvCell;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes a header line and each row as CSV (RFC 4180). What is not set is an empty field. A value of JSON has its form for people. A text that
 * a spreadsheet would execute is guarded, as in exports.
 */
final class CsvWriter<T> implements RowWriter<T> {

    private final List<OutputColumn<T>> columns;
    private final PrintWriter out;
    private boolean hasHeader;

    CsvWriter(List<OutputColumn<T>> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void write(T row) {
        end();
        print(column -> text(column, row));
    }

    @Override
    public void end() {
        if (!hasHeader) {
            hasHeader = true;
            print(OutputColumn::name);
        }
    }

    private void print(Function<OutputColumn<T>, String> text) {
        out.print(CsvCell.line(columns.stream().map(text).toList()));
    }

    private static <T> String text(OutputColumn<T> column, T row) {
        Object value = column.value().apply(row);
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return switch (present) {
            case null -> "";
            case List<?> list when isOfJson(list) -> column.cell().apply(row);
            case List<?> list -> list.stream().map(CellText::plain).collect(Collectors.joining("|"));
            case JsonNode _ -> column.cell().apply(row);
            default -> CellText.plain(present);
        };
    }

    private static boolean isOfJson(List<?> list) {
        return !list.isEmpty() && list.getFirst() instanceof JsonNode;
    }
}
