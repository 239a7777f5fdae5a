package agentsettings.cli.options;

import agentsettings.core.users.UserKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a user. */
public final class UserOption {

    @Mixin
    private TenantOption tenant;

    @Option(names = "--user-id", paramLabel = "ID", required = true, description = "the user's USER_ID")
    private String userId;

    /** The user's tenant space and USER_ID. */
    public UserKey key() {
        return new UserKey(tenant.id(), userId);
    }
}
