package agentsettings.cli;

import agentsettings.core.store.Directory;
import agentsettings.server.security.SecretHashes;
import agentsettings.storage.sqlite.DataFolder;
import agentsettings.storage.sqlite.SqliteDirectory;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** The option that says which database a command works on, whether or not a server is running on it. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "folder of the database (default: ${DEFAULT-VALUE})")
    private Path data;

    Directory openDirectory() {
        return SqliteDirectory.open(new DataFolder(data), InstantSource.system());
    }

    SecretHashes secretHashes() {
        return SecretHashes.withKeyIn(new DataFolder(data).secretHashKey());
    }
}
