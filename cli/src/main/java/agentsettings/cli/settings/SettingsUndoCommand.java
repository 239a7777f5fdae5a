package agentsettings.cli.settings;

import agentsettings.cli.jobs.JobArgument;
import agentsettings.cli.jobs.JobCollection;
import agentsettings.cli.jobs.JobReporter;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.cli.settings.options.FaultsToOption;
import agentsettings.client.management.jobs.BulkChanges;
import agentsettings.client.management.jobs.JobRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Undoes a bulk change. */
@Command(
        name = "undo",
        description = {
            "Undoes a bulk change: puts back what stood before it for each user whose settings nobody has changed since.",
            "The others are faults, and are left as they are."
        },
        footer = {"", "Example:", "  agentsettings settings undo 0mifk3x2a1b2c3d4e --tenant 202205116084"})
final class SettingsUndoCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private JobArgument change;

    @Mixin
    private FaultsToOption faultsTo;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        faultsTo.requireWritable();
        return service.call(client -> {
            BulkChanges changes = client.bulkChanges();
            JobReporter reporter = new JobReporter(JobCollection.BULK_CHANGES, client, change.tenantId(), output);
            JobRecord started = reporter.begin(
                    () -> changes.undo(change.tenantId(), change.id()).orElseThrow(change::unknown));
            return faultsTo.isDetached()
                    ? reporter.reportStart(started)
                    : reporter.reportEnd(started, job -> faultsTo.write(changes.faults(change.tenantId(), job.id())));
        });
    }
}
