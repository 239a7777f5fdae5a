package agentsettings.cli.user;

import agentsettings.cli.options.ValueConverters;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.users.UserStatus;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which users are listed. */
public final class UserFilterOptions {

    @Mixin
    private UserSearchOption search;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = ValueConverters.OfUserStatus.class,
            completionCandidates = ValueConverters.OfUserStatus.class,
            description = "toBeActivated, active or suspended")
    private Optional<UserStatus> status;

    @Option(
            names = "--has-settings",
            paramLabel = "true|false",
            arity = "1",
            description = "whether the user has settings")
    private Optional<Boolean> hasSettings;

    public UserFilter filter(String tenantId) {
        return new UserFilter(tenantId, search.text(), status, hasSettings);
    }
}
