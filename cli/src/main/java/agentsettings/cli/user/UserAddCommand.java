package agentsettings.cli.user;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.OptionFaults;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.User;
import agentsettings.core.apps.Actor;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.commands.AddUser;
import agentsettings.core.rules.UserRules;
import agentsettings.core.store.Directory;
import agentsettings.core.users.UserKey;
import agentsettings.server.Databases;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Adds a user. */
@Command(
        name = "add",
        description = "Adds a user. The tenant space must exist.",
        footer = {"", "Example:", "  agentsettings user add --tenant 202205116084 --user-id u17 --account jsmith"})
final class UserAddCommand implements Callable<Integer> {

    private static final Actor ACTOR = new Actor(Actor.Kind.COMMAND_LINE, "command line");

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private TenantOption tenant;

    @Option(
            names = "--user-id",
            paramLabel = "ID",
            required = true,
            description = "USER_ID, the user's id on the calling platform")
    private String userId;

    @Option(
            names = "--sum-user-id",
            paramLabel = "ID",
            description = "SUM_USER_ID, the user's id in the contact centre (default: the USER_ID)")
    private String sumUserId;

    @Mixin
    private UserProfileOptions profile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!profile.hasAccount()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--account=ACCOUNT'");
        }
        OptionFaults.require(UserRules.violations(userId, sumUserId, profile.draft()));
        place.choose(this::add, this::add);
        spec.commandLine().getOut().println("The user " + userId + " is added.");
        return 0;
    }

    private UserKey add(ManagementClient client) {
        TenantOption.require(tenant.id(), client);
        UserKey key = new UserKey(tenant.id(), userId);
        return switch (client.users().create(key, Optional.ofNullable(sumUserId), profile.profile())) {
            case Created<User> _ -> key;
            case AlreadyExists<User>(String detail) -> throw new CommandFailure(detail);
        };
    }

    private UserKey add(DatabaseOptions database) {
        AddUser command = new AddUser(
                new Caller(tenant.id(), ACTOR), userId, sumUserId == null ? userId : sumUserId, profile.profile());
        database.inDirectory(Databases::openExisting, this::requireTenant);
        return switch (database.execute(command)) {
            case AddUser.Added _ -> new UserKey(tenant.id(), userId);
            case AddUser.IdempotencyKeyReused() -> throw new IllegalStateException("no idempotency key was sent");
            case AddUser.AccountTaken() ->
                throw new CommandFailure("--account: a user of the tenant space has this account already.");
            case AddUser.UserIdTaken() ->
                throw new CommandFailure(
                        "--user-id, --sum-user-id: a user of the tenant space has one of these ids already.");
        };
    }

    private TenantSpace requireTenant(Directory directory) {
        return directory.tenantSpace(tenant.id()).orElseThrow(tenant::unknown);
    }
}
