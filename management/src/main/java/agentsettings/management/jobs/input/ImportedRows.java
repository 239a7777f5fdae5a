package agentsettings.management.jobs.input;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.Jobs;
import agentsettings.management.imports.ImportFile;
import agentsettings.management.imports.ImportKind;
import agentsettings.management.imports.ImportRow;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of an import. Used by one thread. */
public final class ImportedRows implements JobRows {

    private static final int FAULTS_SHOWN = 10;

    private final JobInputStream input;
    private final ImportFile file;

    public ImportedRows(Jobs jobs, Job job, Caller caller) {
        JobOptions options = JobOptions.parse(job.options());
        this.input = new JobInputStream(jobs, job.key(), job.inputBytes());
        this.file = new ImportFile(input, options.format(), kind(job.kind()), options.mode(), caller);
    }

    private static ImportKind kind(Job.Kind kind) {
        return switch (kind) {
            case IMPORT_SETTINGS -> ImportKind.SETTINGS;
            case IMPORT_USERS -> ImportKind.USERS;
            case IMPORT_NUMBERS -> ImportKind.NUMBERS;
            case CHANGE_SETTINGS, UNDO -> throw new IllegalArgumentException("no import: " + kind);
        };
    }

    @Override
    public Optional<JobStep.Row> next() {
        return file.next().map(row -> switch (row) {
            case ImportRow.Parsed parsed -> new JobStep.Row.Change(parsed.number(), parsed.command());
            case ImportRow.Faulty faulty -> new JobStep.Row.Faulty(faulty.number(), faulty.faults());
            case ImportRow.Unreadable unreadable -> throw unreadable(unreadable);
        });
    }

    private static UnreadableInputException unreadable(ImportRow.Unreadable row) {
        String message = row.faults().stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> fault.column() == null ? fault.detail() : fault.column() + " " + fault.detail())
                .collect(Collectors.joining(" ", "Row " + row.number() + ": ", ""));
        return new UnreadableInputException(
                message,
                row.faults().stream().limit(JobProgress.FAULTS_OF_ROW_MAX).toList());
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() {
        file.close();
    }
}
