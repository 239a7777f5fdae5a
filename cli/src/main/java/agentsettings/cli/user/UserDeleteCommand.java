package agentsettings.cli.user;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.Users;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.User;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes a user. */
@Command(
        name = "delete",
        description = "Deletes a user, over a running service. It must have no settings, unless --settings is given.",
        footer = {"", "Example:", "  agentsettings user delete --tenant 202205116084 --user-id u17 --settings"})
final class UserDeleteCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Option(names = "--settings", description = "deletes its settings too")
    private boolean withSettings;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        switch (service.call(client -> delete(client.users()))) {
            case Deleted<User>() ->
                spec.commandLine().getOut().println("The user " + user.key().userId() + " is deleted.");
            case NotFound<User>(String detail) -> throw new CommandFailure(detail);
            case InUse<User> _ ->
                throw new CommandFailure("The user has settings. Delete them first, or with --settings.");
            case VersionChanged<User>(var now) -> throw ConditionOption.changed("user", now);
        }
        return 0;
    }

    private OfUnusedDelete<User> delete(Users users) {
        return withSettings
                ? users.deleteWithSettings(user.key(), condition.condition())
                : users.delete(user.key(), condition.condition());
    }
}
