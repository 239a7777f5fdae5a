package agentsettings.cli.db;

import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.StorageConfig;
import agentsettings.server.security.SecretHashes;
import agentsettings.storage.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which database a command works on, whether or not a server is running on it. */
public final class DatabaseOptions {

    @Mixin
    private ConfigurationOption configuration;

    @Option(names = "--data", paramLabel = "DIR", description = "folder of the embedded database (default: data)")
    private Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://… instead; user and password come from the configuration, as"
                    + " AGENTSETTINGS_STORAGE_DATABASE_USER and …_PASSWORD")
    private String database;

    /** The configuration: a file's, over it the environment's, over it these options. */
    public ConfigReader configuration() {
        return configuration.read().flag("storage.data", data).flag("storage.database", database);
    }

    public StorageConfig storage() {
        return configuration().read().storage();
    }

    /** Does something with the directory. */
    public <T> T inDirectory(Function<Directory, T> work) {
        try (Database opened = Databases.openShared(storage());
                Directory directory = opened.openDirectory(InstantSource.system())) {
            return work.apply(directory);
        }
    }

    public SecretHashes secretHashes() {
        return Databases.secretHashes(storage());
    }
}
