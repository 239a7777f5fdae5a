package agentsettings.cli.settings;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.Settings;
import agentsettings.client.management.records.Versioned;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a user's settings. */
@Command(
        name = "get",
        description = "Shows a user's settings.",
        footer = {"", "Example:", "  agentsettings settings get --tenant 202205116084 --user-id u17 --output json"})
final class SettingsGetCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        switch (service.call(client -> client.settings().get(user.key()))) {
            case Found<Settings>(Versioned<Settings> now) -> output.show(SettingsColumns.SETTINGS, now.record());
            case NotFound<Settings>(String detail) -> throw new CommandFailure(detail);
        }
        return 0;
    }
}
