package agentsettings.cli.key;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.OutputOption;
import agentsettings.core.apps.ManagementKey;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the management keys, never their secrets. */
@Command(
        name = "list",
        description = "Lists the management keys. LAST USED is the begin of the hour in which a key was last used.")
final class KeyListCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<ManagementKey> keys = database.inDirectory(
                Databases::openForReading,
                directory -> directory.managementKeys(unreadable -> err.println("agentsettings: " + unreadable)));
        output.list(columns(InstantSource.system().instant()), keys.stream());
        return 0;
    }

    private static List<OutputColumn<ManagementKey>> columns(Instant now) {
        return List.of(
                OutputColumn.of("ID", "id", ManagementKey::id),
                OutputColumn.of("ROLE", "role", ManagementKey::role),
                OutputColumn.of("TENANT", "tenantId", ManagementKey::tenantId)
                        .shownAs(key -> key.tenantId() == null ? "all" : key.tenantId()),
                OutputColumn.of("CREATED", "createdAt", ManagementKey::createdAt),
                OutputColumn.of("EXPIRES", "expiresAt", ManagementKey::expiresAt)
                        .shownAs(key -> key.isExpired(now) ? "expired" : orNever(key.expiresAt())),
                OutputColumn.of("LAST USED", "lastUsedAt", ManagementKey::lastUsedAt)
                        .shownAs(key -> orNever(key.lastUsedAt())),
                OutputColumn.of("NAME", "name", ManagementKey::name));
    }

    private static String orNever(Instant instant) {
        return instant == null ? "never" : instant.toString();
    }
}
