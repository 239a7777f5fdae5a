package agentsettings.cli.options;

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
    public IllegalArgumentException unknown() {
        return new IllegalArgumentException("--tenant: the tenant space " + tenantId
                + " does not exist; create it with \"agentsettings tenant create\".");
    }

    /** Takes 12 digits. */
    public static final class TenantConverter extends CheckedText {
        TenantConverter() {
            super(TenantSpace::idFault);
        }
    }
}
