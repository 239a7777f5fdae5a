package agentsettings.cli.imports;

import agentsettings.cli.jobs.JobCollection;
import agentsettings.cli.jobs.JobReporter;
import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConstantConverter;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.progress.ProgressUnit;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.ImportRequest;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.client.management.records.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file to the service, and follows the import unless that is not wanted. */
abstract class ImportFileCommand implements Callable<Integer> {

    /** A smaller file, in bytes, is sent before anyone could look at a bar. */
    private static final int SHOWN_FROM = 4 * 1024 * 1024;

    @Parameters(paramLabel = "FILE", description = "the file; CSV or JSON Lines is told by its first character")
    private Path path;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ModeConverter.class,
            completionCandidates = ModeConverter.class,
            defaultValue = "upsert",
            description =
                    "what becomes of records that are there. create: they are faults; replace: what a row leaves empty"
                            + " is taken away; upsert: it stays as it is (default: ${DEFAULT-VALUE})")
    private ImportRequest.Mode mode;

    @Option(
            names = "--faults",
            paramLabel = "WHAT",
            converter = FaultsConverter.class,
            completionCandidates = FaultsConverter.class,
            defaultValue = "stop",
            description =
                    "stop: checks the whole file first, and applies nothing if a row is faulty; skip: applies the other"
                            + " rows (default: ${DEFAULT-VALUE})")
    private ImportRequest.Faults faults;

    @Option(names = "--dry-run", description = "only checks the file")
    private boolean isDryRun;

    @Option(
            names = "--faults-to",
            paramLabel = "FILE",
            description =
                    "writes the faulty rows into this file, each behind what is wrong with it in a column \"fault\", which"
                            + " an import leaves out, so that they can be mended and imported")
    private Path faultsTo;

    @Option(names = "--detach", description = "ends as soon as the file is sent, and prints how to look at the import")
    private boolean isDetached;

    @Mixin
    private OutputOption output;

    abstract ImportRequest.Kind kind();

    @Override
    public final Integer call() {
        if (isDetached && faultsTo != null) {
            throw CommandFailure.ofUsage(List.of("--faults-to: must not be given together with --detach."));
        }
        SentFile file = look();
        ImportRequest request = new ImportRequest(
                kind(),
                path,
                file.isCsv() ? ExportFormat.CSV : ExportFormat.JSON_LINES,
                file.isPacked(),
                mode,
                faults,
                isDryRun);
        return service.call(client -> run(client, file, request));
    }

    private SentFile look() {
        try {
            if (faultsTo != null && Files.exists(faultsTo) && Files.isSameFile(path, faultsTo)) {
                throw CommandFailure.ofUsage(List.of("--faults-to: must not be the file that is imported."));
            }
            return SentFile.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("FILE: cannot read " + path, e));
        }
    }

    private int run(ManagementClient client, SentFile file, ImportRequest request) {
        JobReporter reporter = new JobReporter(JobCollection.IMPORTS, client, tenant.id(), output);
        JobRecord started = send(client, request);
        if (isDetached) {
            return reporter.reportStart(started);
        }
        int exitCode = reporter.reportEnd(started);
        if (faultsTo != null && exitCode != 0) {
            copyFaultyRows(client, file, started.id());
        }
        return exitCode;
    }

    private JobRecord send(ManagementClient client, ImportRequest request) {
        try (WorkProgressBar bar = WorkProgressBar.on(output.err())) {
            long bytes = path.toFile().length();
            if (bytes >= SHOWN_FROM) {
                bar.begin("sending", ProgressUnit.MEBIBYTES, bytes);
            }
            return client.imports().start(tenant.id(), request, bar::moveTo);
        }
    }

    private void copyFaultyRows(ManagementClient client, SentFile file, String jobId) {
        try {
            long rows = FaultyRows.copy(
                    file, client.imports().faults(tenant.id(), jobId).iterator(), faultsTo);
            output.err()
                    .println("agentsettings: " + rows + (rows == 1 ? " faulty row is in " : " faulty rows are in ")
                            + faultsTo + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("--faults-to: cannot write " + faultsTo, e));
        }
    }

    /** Takes a mode. */
    static final class ModeConverter extends ConstantConverter<ImportRequest.Mode> {
        ModeConverter() {
            super(ImportRequest.Mode.class);
        }
    }

    /** Takes what becomes of faulty rows. */
    static final class FaultsConverter extends ConstantConverter<ImportRequest.Faults> {
        FaultsConverter() {
            super(ImportRequest.Faults.class);
        }
    }
}
