package agentsettings.cli;

import agentsettings.cli.db.DatabaseOptions;
import agentsettings.core.users.User;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the users of a tenant space, page after page, however many there are. */
@Command(name = "list", description = "Lists the users of a tenant space.", mixinStandardHelpOptions = true)
final class UserListCommand implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final String FORMAT = "%-34s %-20s %-24s %s%n";

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--tenant", required = true, description = "the tenant space, 12 digits")
    private String tenant;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(FORMAT, "USER_ID", "SUM_USER_ID", "ACCOUNT", "NAME");
        database.inUsers(users -> {
            List<User> page = users.list(tenant, "", PAGE);
            while (!page.isEmpty()) {
                page.forEach(user -> out.printf(FORMAT, user.userId(), user.sumUserId(), user.account(), user.name()));
                page = users.list(tenant, page.getLast().userId(), PAGE);
            }
            return page;
        });
        out.flush();
        return 0;
    }
}
