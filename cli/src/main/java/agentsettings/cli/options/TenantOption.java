package agentsettings.cli.options;

import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.records.RecordOutcome;
import agentsettings.core.apps.TenantSpace;
import picocli.CommandLine.Option;

/** The option that names a tenant space. */
public final class TenantOption {

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            required = true,
            converter = TenantConverter.class,
            description = "tenant space, 12 digits")
    private String tenantId;

    /** The tenant space's id. */
    public String id() {
        return tenantId;
    }

    /** The failure of a command because there is no such tenant space. */
    public CommandFailure unknown() {
        return unknown(tenantId);
    }

    /** The failure of a command because there is no tenant space with this id. */
    public static CommandFailure unknown(String tenantId) {
        return new CommandFailure("--tenant: the tenant space " + tenantId
                + " does not exist; create it with \"agentsettings tenant create\".");
    }

    /** Requires that the service has the tenant space, and that the key has access to it. */
    public static void require(String tenantId, ManagementClient client) {
        if (client.tenants().get(tenantId) instanceof RecordOutcome.NotFound) {
            throw unknown(tenantId);
        }
    }

    /** Takes 12 digits. */
    public static final class TenantConverter extends CheckedText {
        TenantConverter() {
            super(TenantSpace::idFault);
        }
    }
}
