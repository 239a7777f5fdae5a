package agentsettings.cli.user;

import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.User;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.store.Records;
import agentsettings.core.users.StoredUser;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the users of a tenant space, page by page. */
@Command(
        name = "list",
        description = "Lists the users of a tenant space that meet all conditions.",
        footer = {
            "",
            "Examples:",
            "  agentsettings user list --tenant 202205116084 --search smith",
            "  agentsettings user list --tenant 202205116084 --has-settings=false --output csv"
        })
final class UserListCommand implements Callable<Integer> {

    private static final int PAGE = 1000;

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private UserFilterOptions options;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        UserFilter filter = options.filter(tenant.id());
        return place.choose(
                client -> print(client.users().all(filter)),
                database -> database.inRecords(records -> print(all(records, filter))));
    }

    private int print(Stream<User> users) {
        output.list(UserColumns.USER, limit.of(users));
        return 0;
    }

    private static Stream<User> all(Records records, UserFilter filter) {
        return Stream.iterate(
                        Optional.of(records.users(filter, "", PAGE)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(next -> records.users(filter, next, PAGE)))
                .flatMap(page -> page.orElseThrow().items().stream())
                .map(UserListCommand::user);
    }

    private static User user(UserRecord listed) {
        StoredUser user = listed.user();
        return new User(
                listed.key().userId(), user.sumUserId(), user.profile(), listed.hasSettings(), user.createdAt());
    }
}
