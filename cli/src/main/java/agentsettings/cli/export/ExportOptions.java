package agentsettings.cli.export;

import agentsettings.cli.files.NamedFile;
import agentsettings.cli.options.ConstantConverter;
import agentsettings.cli.output.OutputClosedException;
import agentsettings.cli.progress.ProgressUnit;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.client.management.records.ExportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say in which form and where records are exported, and how an export is written there. */
final class ExportOptions {

    /** The names of the forms. */
    enum Form {
        CSV(ExportFormat.CSV),
        JSONL(ExportFormat.JSON_LINES);

        private final ExportFormat format;

        Form(ExportFormat format) {
            this.format = format;
        }
    }

    private static final int BUFFER = 64 * 1024;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            converter = FormConverter.class,
            completionCandidates = FormConverter.class,
            description = "csv; or jsonl: a JSON object a line (default: csv)")
    private Form form = Form.CSV;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "a file, which is replaced when the export is complete (default: standard output)")
    private Optional<Path> to = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Writes an export.
     *
     * @param kind of the records, for people
     */
    int write(String kind, Function<ExportFormat, InputStream> export) {
        if (to.isPresent()) {
            long rows = writeFile(kind, export, to.get());
            spec.commandLine().getErr().println(rows + " " + kind + " are exported to " + to.get() + ".");
            return 0;
        }
        try (InputStream in = export.apply(form.format)) {
            print(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    /** An export that fails leaves the file that was there. */
    private long writeFile(String kind, Function<ExportFormat, InputStream> export, Path file) {
        NamedFile target = new NamedFile("--to", file);
        if (Files.isDirectory(file)) {
            target.requireWritable();
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            long rows = copy(kind, export, created(partial, target));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("--to: the export to " + file + " failed", e));
        } finally {
            partial.toFile().delete(); // if it was not moved
        }
    }

    /** Before the export begins. */
    private static OutputStream created(Path partial, NamedFile target) {
        try {
            return Files.newOutputStream(partial);
        } catch (IOException e) {
            throw target.notWritten(e);
        }
    }

    /** Closes the file. */
    private long copy(String kind, Function<ExportFormat, InputStream> export, OutputStream file) throws IOException {
        ExportedRows rows = new ExportedRows(form == Form.CSV);
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = file;
                InputStream in = export.apply(form.format);
                WorkProgressBar progress = WorkProgressBar.on(spec.commandLine().getErr())) {
            progress.begin(kind, ProgressUnit.ROWS, WorkProgressBar.UNKNOWN);
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                progress.advance(rows.count(buffer, length));
            }
        }
        return rows.total();
    }

    private void print(InputStream in) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        char[] buffer = new char[BUFFER];
        for (int length = text.read(buffer); length >= 0; length = text.read(buffer)) {
            out.write(buffer, 0, length);
            OutputClosedException.throwIfClosed(out);
        }
        OutputClosedException.throwIfClosed(out);
    }

    /** Takes the name of a form. */
    static final class FormConverter extends ConstantConverter<Form> {
        FormConverter() {
            super(Form.class);
        }
    }
}
