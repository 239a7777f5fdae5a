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
import agentsettings.cli.settings.options.SettingsValueOptions;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.BulkChange;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.client.management.jobs.PlannedChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--dry-run", description = "lists what would be changed, and changes nothing")
    private boolean isDryRun;

    @Option(names = "--detach", description = "ends when the change has begun, and prints how to look at it")
    private boolean isDetached;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        values.requireChange();
        BulkChange change = new BulkChange(users.users(tenant.id()), values.patch());
        return service.call(client -> isDryRun ? preview(client, change) : change(client, change));
    }

    private int preview(ManagementClient client, BulkChange change) {
        output.list(columns(output.style()), client.bulkChanges().preview(tenant.id(), change));
        return 0;
    }

    private static List<OutputColumn<PlannedChange>> columns(TextStyle style) {
        return List.of(
                OutputColumn.of("USER ID", "userId", PlannedChange::userId),
                OutputColumn.of("ACCOUNT", "account", PlannedChange::account),
                OutputColumn.of("NAME", "name", PlannedChange::name),
                OutputColumn.<PlannedChange>of(
                                "CHANGED", "changed", planned -> differences(planned, new TextStyle(false)))
                        .shownAs(planned -> String.join("; ", differences(planned, style))));
    }

    private static List<String> differences(PlannedChange planned, TextStyle style) {
        return Differences.of(SettingsColumns.VALUES, planned.before(), planned.after(), style);
    }

    private int change(ManagementClient client, BulkChange change) {
        JobReporter reporter = new JobReporter(JobCollection.BULK_CHANGES, client, tenant.id(), output);
        JobRecord started = client.bulkChanges().start(tenant.id(), change);
        if (isDetached) {
            return reporter.reportStart(started);
        }
        int exitCode = reporter.reportEnd(started);
        if (output.format() == OutputFormat.TABLE) {
            output.line(
                    "Undo it with \"agentsettings settings undo " + started.id() + " --tenant " + tenant.id() + "\".");
        }
        return exitCode;
    }
}
