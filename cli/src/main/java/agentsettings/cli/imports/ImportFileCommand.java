package agentsettings.cli.imports;

import agentsettings.cli.files.NamedFile;
import agentsettings.cli.jobs.JobCollection;
import agentsettings.cli.jobs.JobReporter;
import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConstantConverter;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.progress.ProgressUnit;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.Problem;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.ImportRequest;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.client.management.records.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file to the service, and follows the import unless that is not wanted. */
abstract class ImportFileCommand implements Callable<Integer> {

    private static final String FAULTS_TO = "--faults-to";

    /** A smaller file, in bytes, is sent before anyone could look at a bar. */
    private static final int SHOWN_FROM = 4 * 1024 * 1024;

    @Parameters(
            paramLabel = "FILE",
            description = "the file, which standard input cannot be; CSV or JSON Lines is told by its first character")
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
            names = FAULTS_TO,
            paramLabel = "FILE",
            description =
                    "writes the faulty rows into this file, which is replaced, each behind what is wrong with it in a column"
                            + " \"fault\", which an import leaves out, so that they can be mended and imported")
    private Path faultsTo;

    @Option(names = "--detach", description = "ends as soon as the file is sent, and prints how to look at the import")
    private boolean isDetached;

    @Mixin
    private OutputOption output;

    abstract ImportRequest.Kind kind();

    @Override
    public final Integer call() {
        SentFile file = SentFile.of(new NamedFile("FILE", path));
        requireFaultsTo();
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

    /** Requires that the faulty rows can be written when the import is over. */
    private void requireFaultsTo() {
        if (faultsTo == null) {
            return;
        }
        if (isDetached) {
            throw CommandFailure.ofUsage(List.of("--faults-to: must not be given together with --detach."));
        }
        NamedFile target = new NamedFile(FAULTS_TO, faultsTo);
        try {
            if (Files.exists(faultsTo) && Files.isSameFile(path, faultsTo)) {
                throw CommandFailure.ofUsage(List.of("--faults-to: must not be the file that is imported."));
            }
        } catch (IOException e) {
            throw target.notWritten(e);
        }
        target.requireWritable();
    }

    private int run(ManagementClient client, SentFile file, ImportRequest request) {
        JobReporter reporter = new JobReporter(JobCollection.IMPORTS, client, tenant.id(), output);
        JobRecord started = reporter.begin(() -> send(client, request));
        return isDetached
                ? reporter.reportStart(started)
                : reporter.reportEnd(started, job -> copyFaultyRows(client, file, job));
    }

    private JobRecord send(ManagementClient client, ImportRequest request) {
        try (WorkProgressBar bar = WorkProgressBar.on(output.err())) {
            long bytes = path.toFile().length();
            if (bytes >= SHOWN_FROM) {
                bar.begin("sending", ProgressUnit.MEBIBYTES, bytes);
            }
            return client.imports().start(tenant.id(), request, bar::moveTo);
        } catch (RequestRejectedException e) {
            throw ofFile(e).orElseThrow(() -> e);
        }
    }

    /** What is wrong with the file as a whole. */
    private Optional<CommandFailure> ofFile(RequestRejectedException failure) {
        return failure.details().problem().map(Problem::errors).stream()
                .flatMap(List::stream)
                .filter(fault -> fault.pointer().filter(String::isEmpty).isPresent())
                .findFirst()
                .map(fault -> new CommandFailure("FILE: " + path + ": " + fault.detail()));
    }

    /** An earlier file is replaced also if no row is faulty, so that nobody takes its rows for those of this import. */
    private void copyFaultyRows(ManagementClient client, SentFile file, JobRecord job) {
        if (faultsTo == null) {
            return;
        }
        long rows;
        try {
            rows = FaultyRows.copy(
                    file, client.imports().faults(tenant.id(), job.id()).iterator(), faultsTo);
        } catch (IOException e) {
            throw new NamedFile(FAULTS_TO, faultsTo).notWritten(e);
        }
        if (rows > 0) {
            output.err()
                    .println("agentsettings: " + rows + (rows == 1 ? " faulty row is in " : " faulty rows are in ")
                            + faultsTo + "." + (isDryRun || !JobReporter.wasOnlyChecked(job) ? "" : advice()));
        }
    }

    private String advice() {
        return " Nothing was applied: import " + path + " with --faults skip, and then the mended rows.";
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
