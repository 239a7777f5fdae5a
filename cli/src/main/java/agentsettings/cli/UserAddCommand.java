package agentsettings.cli;

import agentsettings.cli.db.DatabaseOptions;
import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.store.Directory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds a user to the vendor's user table. */
@Command(name = "add", description = "Adds a user.", mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {

    private static final String ACTOR = "command line";

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--tenant", required = true, description = "the tenant space, 12 digits")
    private String tenant;

    @Option(names = "--user-id", required = true, description = "USER_ID, the calling platform's id of the user")
    private String userId;

    @Option(names = "--sum-user-id", description = "SUM_USER_ID, the contact centre's id (default: the USER_ID)")
    private String sumUserId;

    @Option(names = "--account", required = true, description = "business account, 3 to 64 of 0-9 A-Z a-z _ - @ .")
    private String account;

    @Option(names = "--user-name", description = "name (default: the account)")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        UserDraft draft = new UserDraft(account, name == null ? account : name, null, null, null, null);
        AddUser command = UserRules.add(new Caller(tenant, ACTOR), userId, sumUserId, draft);
        database.inDirectory(this::requireTenant);
        AddUser.Outcome outcome = database.execute(command);
        switch (outcome) {
            case AddUser.Added(String added) ->
                spec.commandLine().getOut().println("The user " + userId + " is added.");
            case AddUser.AccountTaken() ->
                throw new IllegalArgumentException("--account: another user of the tenant space has it.");
            case AddUser.UserIdTaken() ->
                throw new IllegalArgumentException(
                        "--user-id, --sum-user-id: another user of the tenant space has one of them.");
        }
        return 0;
    }

    private boolean requireTenant(Directory directory) {
        boolean known = directory.apps().stream().anyMatch(app -> app.tenantId().equals(tenant));
        if (!known) {
            throw new IllegalArgumentException("--tenant: no app acts in " + tenant + "; create one first.");
        }
        return true;
    }
}
