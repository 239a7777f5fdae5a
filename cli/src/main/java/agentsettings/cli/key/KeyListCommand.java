package agentsettings.cli.key;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.client.management.records.KeyRecord;
import agentsettings.core.apps.ManagementKey;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the management keys, never their secrets. */
@Command(
        name = "list",
        description = {
            "Lists the management keys, those of a tenant space if the key that calls the service is of one.",
            "LAST USED is the begin of the hour in which a key was last used."
        })
final class KeyListCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return place.choose(client -> print(client.keys().all()), database -> print(all(database)));
    }

    private Stream<KeyRecord> all(DatabaseOptions database) {
        PrintWriter err = spec.commandLine().getErr();
        return database
                .inDirectory(
                        Databases::openForReading,
                        directory ->
                                directory.managementKeys(unreadable -> err.println("agentsettings: " + unreadable)))
                .stream()
                .map(KeyListCommand::record);
    }

    private static KeyRecord record(ManagementKey key) {
        return new KeyRecord(
                key.id(),
                key.name(),
                key.role(),
                Optional.ofNullable(key.tenantId()),
                key.createdAt(),
                Optional.ofNullable(key.expiresAt()),
                Optional.ofNullable(key.lastUsedAt()));
    }

    private int print(Stream<KeyRecord> keys) {
        output.list(columns(InstantSource.system().instant()), keys);
        return 0;
    }

    private static List<OutputColumn<KeyRecord>> columns(Instant now) {
        return List.of(
                OutputColumn.of("ID", "id", KeyRecord::id),
                OutputColumn.of("ROLE", "role", KeyRecord::role),
                OutputColumn.of("TENANT", "tenantId", KeyRecord::tenantId)
                        .shownAs(key -> key.tenantId().orElse("all")),
                OutputColumn.of("CREATED", "createdAt", KeyRecord::createdAt),
                OutputColumn.of("EXPIRES", "expiresAt", KeyRecord::expiresAt)
                        .shownAs(key -> key.expiresAt()
                                .map(end -> now.isBefore(end) ? end.toString() : "expired")
                                .orElse("never")),
                OutputColumn.of("LAST USED", "lastUsedAt", KeyRecord::lastUsedAt)
                        .shownAs(key -> key.lastUsedAt().map(Instant::toString).orElse("never")),
                OutputColumn.of("NAME", "name", KeyRecord::name));
    }
}
