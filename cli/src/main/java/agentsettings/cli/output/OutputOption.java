package agentsettings.cli.output;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that chooses the form of the output, and how a command prints records in it. */
public final class OutputOption {

    /** So many rows are written before it is asked whether anyone reads them. */
    private static final int ROWS_BETWEEN_CHECKS = 1000;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            converter = OutputFormat.Converter.class,
            completionCandidates = OutputFormat.Converter.class,
            description = "table; json: an object a line; or csv (default: table)")
    private OutputFormat format = OutputFormat.TABLE;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    public OutputFormat format() {
        return format;
    }

    /** Where a command says what is not its result. */
    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    public TextStyle style() {
        return TextStyle.of(spec.commandLine());
    }

    /**
     * Prints a list.
     *
     * @throws OutputClosedException if nobody reads it
     */
    public <T> void list(List<OutputColumn<T>> columns, Stream<T> rows) {
        PrintWriter out = out();
        RowWriter<T> writer = writer(columns, out, ROWS_BETWEEN_CHECKS);
        int written = 0;
        for (Iterator<T> next = rows.iterator(); next.hasNext(); written++) {
            writer.write(next.next());
            if (written % ROWS_BETWEEN_CHECKS == 0) {
                OutputClosedException.throwIfClosed(out);
            }
        }
        writer.end();
        OutputClosedException.throwIfClosed(out);
    }

    /** Writes a list as CSV. */
    public static <T> void writeCsv(List<OutputColumn<T>> columns, Stream<T> rows, PrintWriter out) {
        RowWriter<T> writer = new CsvWriter<>(columns, out);
        rows.forEach(writer::write);
        writer.end();
    }

    /**
     * Returns what prints each row of a list at once, and the header of CSV even without rows.
     *
     * @throws OutputClosedException if nobody reads it, when it is called
     */
    public <T> Consumer<T> live(List<OutputColumn<T>> columns) {
        PrintWriter out = out();
        RowWriter<T> writer = writer(columns, out, 1);
        if (format == OutputFormat.CSV) {
            writer.end();
        }
        return row -> {
            writer.write(row);
            OutputClosedException.throwIfClosed(out);
        };
    }

    /**
     * Prints a line at once.
     *
     * @throws OutputClosedException if nobody reads it
     */
    public void line(String text) {
        PrintWriter out = out();
        out.println(text);
        OutputClosedException.throwIfClosed(out);
    }

    /** Prints one record: for people a line for each of its columns. */
    public <T> void show(List<OutputColumn<T>> columns, T row) {
        if (format != OutputFormat.TABLE) {
            list(columns, Stream.of(row));
            return;
        }
        PrintWriter out = out();
        int width = columns.stream()
                .mapToInt(column -> column.label().length())
                .max()
                .orElse(0);
        columns.forEach(column -> out.println(column.label()
                + " ".repeat(width - column.label().length() + 2)
                + CellText.printable(column.cell().apply(row))));
        out.flush();
    }

    private <T> RowWriter<T> writer(List<OutputColumn<T>> columns, PrintWriter out, int rowsMeasured) {
        return switch (format) {
            case TABLE ->
                new TableWriter<>(
                        columns.stream().filter(OutputColumn::isListed).toList(), out, style(), rowsMeasured);
            case JSON -> new JsonWriter<>(columns, out);
            case CSV -> new CsvWriter<>(columns, out);
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
