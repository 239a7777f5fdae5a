package agentsettings.cli.user;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.users.StoredUser;
import java.io.PrintWriter;
import java.util.Optional;
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
        UserFilter all = new UserFilter(tenant.id(), Optional.empty(), Optional.empty(), Optional.empty());
        database.inRecords(records -> {
            Page<UserRecord> page = records.users(all, "", PAGE);
            out.printf(FORMAT, "USER_ID", "SUM_USER_ID", "ACCOUNT", "NAME");
            page.items().forEach(user -> print(out, user));
            while (page.next().isPresent()) {
                page = records.users(all, page.next().get(), PAGE);
                page.items().forEach(user -> print(out, user));
            }
            return page;
        });
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, UserRecord listed) {
        StoredUser user = listed.user();
        out.printf(
                FORMAT,
                listed.key().userId(),
                user.sumUserId(),
                user.profile().account(),
                user.profile().name());
    }
}
