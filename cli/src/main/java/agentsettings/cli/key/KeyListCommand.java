package agentsettings.cli.key;

import agentsettings.cli.options.DatabaseOptions;
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

    private static final String FORMAT = "%-10s %-8s %-14s %-26s %-26s %-22s %s%n";

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<ManagementKey> keys = database.inDirectory(
                Databases::openForReading,
                directory -> directory.managementKeys(unreadable -> err.println("agentsettings: " + unreadable)));
        Instant now = InstantSource.system().instant();
        out.printf(FORMAT, "ID", "ROLE", "TENANT", "CREATED", "EXPIRES", "LAST USED", "NAME");
        keys.forEach(key -> out.printf(
                FORMAT,
                key.id(),
                KeyConverters.name(key.role()),
                key.tenantId() == null ? "all" : key.tenantId(),
                key.createdAt(),
                key.isExpired(now) ? "expired" : orNever(key.expiresAt()),
                orNever(key.lastUsedAt()),
                key.name()));
        out.flush();
        return 0;
    }

    private static String orNever(Instant instant) {
        return instant == null ? "never" : instant.toString();
    }
}
