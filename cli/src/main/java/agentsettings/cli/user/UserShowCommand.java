package agentsettings.cli.user;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.User;
import agentsettings.client.management.records.Versioned;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a user. */
@Command(
        name = "show",
        description = "Shows a user, over a running service.",
        footer = {"", "Example:", "  agentsettings user show --tenant 202205116084 --user-id u17"})
final class UserShowCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        switch (service.call(client -> client.users().get(user.key()))) {
            case Found<User>(Versioned<User> now) -> output.show(UserColumns.VERSIONED, now);
            case NotFound<User>(String detail) -> throw new CommandFailure(detail);
        }
        return 0;
    }
}
