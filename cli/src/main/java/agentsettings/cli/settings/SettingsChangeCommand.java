package agentsettings.cli.settings;

import agentsettings.cli.jobs.JobCollection;
import agentsettings.cli.jobs.JobReporter;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.Differences;
import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.output.TextStyle;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.cli.settings.options.ChangedUsersOptions;
import agentsettings.cli.settings.options.FaultsToOption;
import agentsettings.cli.settings.options.SettingsValueOptions;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.BulkChange;
import agentsettings.client.management.jobs.BulkChanges;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.client.management.jobs.PlannedChange;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes the settings of many users alike. */
@Command(
        name = "change",
        description = {
            "Changes the settings of many users alike, and keeps what is not given. Prints the id of the bulk change, with"
                    + " which it can be undone.",
            "A user without settings is a fault, and does not hold up the others."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings settings change --tenant 202205116084 --user-ids u1,u2 \\",
            "    --default-display-number 12323",
            "  agentsettings settings change --tenant 202205116084 \\",
            "    --where-number 999 --clear default-display-number --dry-run"
        })
final class SettingsChangeCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private ChangedUsersOptions users;

    @Mixin
    private SettingsValueOptions values;

    @Option(names = "--dry-run", description = "lists whose settings would be changed or refused, and changes nothing")
    private boolean isDryRun;

    @Mixin
    private FaultsToOption faultsTo;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        values.requireChange();
        BulkChange change = new BulkChange(users.users(tenant.id()), values.patch());
        faultsTo.requireWritable();
        return service.call(client -> isDryRun ? preview(client, change) : change(client, change));
    }

    /** As the change itself would, it fails if a user would be refused. */
    private int preview(ManagementClient client, BulkChange change) {
        LongAdder changed = new LongAdder();
        LongAdder refused = new LongAdder();
        output.list(
                columns(output.style()),
                client.bulkChanges()
                        .preview(tenant.id(), change)
                        .peek(planned -> (planned.faults().isEmpty() ? changed : refused).increment()));
        if (output.format() == OutputFormat.TABLE) {
            output.line(changed + (changed.sum() == 1 ? " user" : " users") + " would be changed, " + refused
                    + " refused.");
        }
        return refused.sum() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static List<OutputColumn<PlannedChange>> columns(TextStyle style) {
        return List.of(
                OutputColumn.of("USER ID", "userId", PlannedChange::userId),
                OutputColumn.of("ACCOUNT", "account", PlannedChange::account),
                OutputColumn.of("NAME", "name", PlannedChange::name),
                OutputColumn.<PlannedChange>of(
                                "CHANGED", "changed", planned -> differences(planned, new TextStyle(false)))
                        .shownAs(planned -> String.join(
                                "; ", planned.faults().isEmpty() ? differences(planned, style) : faults(planned))),
                OutputColumn.<PlannedChange>of("FAULTS", "faults", SettingsChangeCommand::faults)
                        .unlisted());
    }

    private static List<String> faults(PlannedChange planned) {
        return planned.faults().stream()
                .map(fault -> fault.code().text() + ": " + fault.column() + ": " + fault.detail())
                .toList();
    }

    private static List<String> differences(PlannedChange planned, TextStyle style) {
        return Differences.of(SettingsColumns.VALUES, planned.before(), planned.after(), style);
    }

    private int change(ManagementClient client, BulkChange change) {
        BulkChanges changes = client.bulkChanges();
        JobReporter reporter = new JobReporter(JobCollection.BULK_CHANGES, client, tenant.id(), output);
        JobRecord started = reporter.begin(() -> changes.start(tenant.id(), change));
        if (faultsTo.isDetached()) {
            return reporter.reportStart(started);
        }
        return reporter.reportEnd(started, job -> {
            if (output.format() == OutputFormat.TABLE && job.progress().rowsApplied() > 0) {
                output.line(
                        "Undo it with \"agentsettings settings undo " + job.id() + " --tenant " + tenant.id() + "\".");
            }
            faultsTo.write(changes.faults(tenant.id(), job.id()));
        });
    }
}
