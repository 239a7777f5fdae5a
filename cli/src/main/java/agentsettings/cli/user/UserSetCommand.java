package agentsettings.cli.user;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.OptionFaults;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.output.Differences;
import agentsettings.cli.output.TextStyle;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.User;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.rules.UserRules;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes a user and shows what has changed. */
@Command(
        name = "set",
        description =
                "Changes the attributes of a user that are given, over a running service. Shows what has changed.",
        footer = {"", "Example:", "  agentsettings user set --tenant 202205116084 --user-id u17 --status suspended"})
final class UserSetCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Mixin
    private UserProfileOptions profile;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (profile.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--account, --user-name, --phone, --email, --description, --status: at least one is required.");
        }
        OptionFaults.require(UserRules.violations(null, null, profile.draft()));
        return service.call(this::change);
    }

    private int change(ManagementClient client) {
        Versioned<User> before = switch (client.users().get(user.key())) {
            case Found<User>(Versioned<User> now) -> now;
            case NotFound<User>(String detail) -> throw new CommandFailure(detail);
        };
        var outcome = client.users()
                .patch(user.key(), profile.patch(), condition.isGiven() ? condition.condition() : before.unchanged());
        User after = switch (outcome) {
            case Updated<User>(Versioned<User> now) -> now.record();
            case NotFound<User>(String detail) -> throw new CommandFailure(detail);
            case AlreadyExists<User>(String detail) -> throw new CommandFailure(detail);
            case VersionChanged<User>(var now) -> throw ConditionOption.changed("user", now);
        };
        print(Differences.of(
                UserColumns.PROFILE, before.record().profile(), after.profile(), TextStyle.of(spec.commandLine())));
        return 0;
    }

    private void print(List<String> differences) {
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        out.println("The user " + user.key().userId() + (differences.isEmpty() ? " is as it was." : " is changed."));
    }
}
