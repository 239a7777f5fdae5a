package agentsettings.cli.settings;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes a user's settings. */
@Command(
        name = "delete",
        description = "Deletes a user's settings. The user stays, and so does the history.",
        footer = {"", "Example:", "  agentsettings settings delete --tenant 202205116084 --user-id u17"})
final class SettingsDeleteCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        switch (service.call(client -> client.settings().delete(user.key(), condition.condition()))) {
            case Deleted<Settings>() ->
                spec.commandLine()
                        .getOut()
                        .println("The settings of " + user.key().userId() + " are deleted.");
            case NotFound<Settings>(String detail) -> throw new CommandFailure(detail);
            case VersionChanged<Settings>(var now) -> throw ConditionOption.changed("record", now);
        }
        return 0;
    }
}
