package agentsettings.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a header line and each row as CSV (RFC 4180). What is not set is an empty field. */
final class CsvWriter<T> implements RowWriter<T> {

    private static final String END_OF_LINE = "\r\n";

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
        print(column -> text(column.value().apply(row)));
    }

    @Override
    public void end() {
        if (!hasHeader) {
            hasHeader = true;
            print(OutputColumn::name);
        }
    }

    private void print(Function<OutputColumn<T>, String> text) {
        out.print(columns.stream().map(text).map(CsvWriter::quoted).collect(Collectors.joining(",", "", END_OF_LINE)));
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional -> text(optional.orElse(null));
            case List<?> list -> list.stream().map(CellText::plain).collect(Collectors.joining("|"));
            default -> CellText.plain(value);
        };
    }

    private static String quoted(String text) {
        boolean isSafe = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isSafe ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
