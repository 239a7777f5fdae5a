package agentsettings.cli.user;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.users.User;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the users of a tenant space, page by page. */
@Command(name = "list", description = "Lists the users of a tenant space.")
final class UserListCommand implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final String FORMAT = "%-34s %-20s %-24s %s%n";

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private TenantOption tenant;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        database.inUsers(users -> {
            List<User> page = users.list(tenant.id(), "", PAGE);
            out.printf(FORMAT, "USER_ID", "SUM_USER_ID", "ACCOUNT", "NAME");
            while (!page.isEmpty()) {
                page.forEach(user -> out.printf(FORMAT, user.userId(), user.sumUserId(), user.account(), user.name()));
                page = users.list(tenant.id(), page.getLast().userId(), PAGE);
            }
            return page;
        });
        out.flush();
        return 0;
    }
}
