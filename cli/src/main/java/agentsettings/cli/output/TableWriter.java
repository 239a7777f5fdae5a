package agentsettings.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes a table with aligned columns. The first rows are kept until the widths of their columns are known; a later row that is wider
 * moves what follows it.
 */
final class TableWriter<T> implements RowWriter<T> {

    private static final String SPACE = "  ";

    private final List<OutputColumn<T>> columns;
    private final PrintWriter out;
    private final TextStyle style;
    private final int rowsMeasured;
    private final List<List<String>> kept = new ArrayList<>();
    private List<Integer> widths = List.of();

    /**
     * Creates a writer.
     *
     * @param rowsMeasured how many rows are kept
     */
    TableWriter(List<OutputColumn<T>> columns, PrintWriter out, TextStyle style, int rowsMeasured) {
        this.columns = columns;
        this.out = out;
        this.style = style;
        this.rowsMeasured = rowsMeasured;
    }

    @Override
    public void write(T row) {
        List<String> cells = columns.stream()
                .map(column -> CellText.printable(column.cell().apply(row)))
                .toList();
        if (!widths.isEmpty()) {
            out.println(line(cells));
            return;
        }
        kept.add(cells);
        if (kept.size() == rowsMeasured) {
            writeKept();
        }
    }

    @Override
    public void end() {
        if (widths.isEmpty()) {
            writeKept();
        }
    }

    private void writeKept() {
        List<String> headers = columns.stream().map(OutputColumn::header).toList();
        widths = new ArrayList<>(Collections.nCopies(columns.size(), 0));
        measure(headers);
        kept.forEach(this::measure);
        out.println(style.bold(line(headers)));
        kept.forEach(cells -> out.println(line(cells)));
        kept.clear();
    }

    private void measure(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            widths.set(i, Math.max(widths.get(i), CellText.width(cells.get(i))));
        }
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell);
            if (i < cells.size() - 1) {
                line.repeat(' ', Math.max(0, widths.get(i) - CellText.width(cell)))
                        .append(SPACE);
            }
        }
        return line.toString();
    }
}
