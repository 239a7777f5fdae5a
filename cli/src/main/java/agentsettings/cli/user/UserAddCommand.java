package agentsettings.cli.user;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.apps.Actor;
import agentsettings.core.apps.Caller;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.commands.AddUser;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds a user. */
@Command(name = "add", description = "Adds a user. The tenant space must exist.")
final class UserAddCommand implements Callable<Integer> {

    private static final Actor ACTOR = new Actor(Actor.Kind.COMMAND_LINE, "command line");

    @Mixin
    private DatabaseOptions database;

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

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            required = true,
            description = "business account, 3 to 64 of A-Z, a-z, 0-9, _, -, @ and dots")
    private String account;

    @Option(names = "--user-name", paramLabel = "NAME", description = "name (default: the account)")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        UserDraft draft = new UserDraft(account, name == null ? account : name, null, null, null, null);
        AddUser command = UserRules.add(new Caller(tenant.id(), ACTOR), userId, sumUserId, draft);
        database.inDirectory(Databases::openExisting, this::requireTenant);
        AddUser.Outcome outcome = database.execute(command);
        switch (outcome) {
            case AddUser.Added(String added) ->
                spec.commandLine().getOut().println("The user " + userId + " is added.");
            case AddUser.IdempotencyKeyReused() -> throw new IllegalStateException("no idempotency key was sent");
            case AddUser.AccountTaken() ->
                throw new IllegalArgumentException("--account: another user of the tenant space has this account.");
            case AddUser.UserIdTaken() ->
                throw new IllegalArgumentException(
                        "--user-id, --sum-user-id: another user of the tenant space has one of these ids.");
        }
        return 0;
    }

    private TenantSpace requireTenant(Directory directory) {
        return directory.tenantSpace(tenant.id()).orElseThrow(tenant::unknown);
    }
}
