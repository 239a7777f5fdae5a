package agentsettings.cli.key;

import agentsettings.cli.options.TenantOption;
import agentsettings.cli.options.TenantOption.TenantConverter;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.ManagementClient;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.Role;
import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import agentsettings.server.secrets.SecretHashes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates a management key and shows it. */
@Command(
        name = "create",
        description = "Creates a management key. Shows it, which cannot be done again.",
        footer = {
            "",
            "Examples:",
            "  agentsettings key create --name ops --role admin",
            "  agentsettings key create --name report --role viewer --expires P90D"
        })
final class KeyCreateCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            converter = KeyConverters.Name.class,
            description = "what the key is for, 1 to 128 characters")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            converter = KeyConverters.OfRole.class,
            completionCandidates = KeyConverters.OfRole.class,
            description = "viewer: reads; editor: also changes users and settings; admin: also changes tenant spaces,"
                    + " apps and keys")
    private Role role;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            converter = TenantConverter.class,
            description = "the only tenant space that the key has access to, 12 digits (default: all)")
    private String tenantId;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = KeyConverters.End.class,
            description = "when the key ends: a time such as 2027-01-31T00:00:00Z, or a duration from now such as P90D"
                    + " (default: never)")
    private Instant expiresAt;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ManagementKeyText text = place.choose(
                this::create, database -> database.inDirectoryWithHashes(Databases::openShared, this::add));
        spec.commandLine().getOut().println("management_key=" + text.reveal());
        return 0;
    }

    private ManagementKeyText create(ManagementClient client) {
        if (tenantId != null) {
            TenantOption.require(tenantId, client);
        }
        return client.keys()
                .create(name, role, Optional.ofNullable(tenantId), Optional.ofNullable(expiresAt))
                .text();
    }

    private ManagementKeyText add(Directory directory, SecretHashes hashes) {
        Instant now = InstantSource.system().instant();
        while (true) {
            ManagementKeyText text = ManagementKeyText.random();
            ManagementKey key =
                    new ManagementKey(text.id(), name, role, tenantId, hashes.hash(text), now, expiresAt, null);
            switch (directory.addManagementKey(key)) {
                case ADDED -> {
                    return text;
                }
                case UNKNOWN_TENANT_SPACE -> throw TenantOption.unknown(tenantId);
                case ID_TAKEN -> {} // the next random one is free
            }
        }
    }
}
