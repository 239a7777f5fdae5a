package agentsettings.cli;

import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.StorageConfig;
import agentsettings.server.security.SecretHashes;
import agentsettings.storage.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that say which database a command works on, whether or not a server is running on it. */
final class DatabaseOptions {

    private static final Path IMPLIED_CONFIG = Path.of("agentsettings.properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "properties file; agentsettings.properties if there is one")
    private Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "folder of the embedded database (default: data)")
    private Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://… instead; user and password come from the configuration, as"
                    + " AGENTSETTINGS_STORAGE_DATABASE_USER and …_PASSWORD")
    private String database;

    /** The configuration: a file's, over it the environment's, over it these options. */
    ConfigReader configuration() {
        ConfigReader reader = new ConfigReader();
        if (config != null) {
            reader.file(config);
        } else if (IMPLIED_CONFIG.toFile().exists()) {
            reader.file(IMPLIED_CONFIG);
        }
        return reader.environment(System.getenv()).flag("storage.data", data).flag("storage.database", database);
    }

    StorageConfig storage() {
        return configuration().read().storage();
    }

    /** Does something with the directory. */
    <T> T inDirectory(Function<Directory, T> work) {
        try (Database opened = Databases.beside(storage());
                Directory directory = opened.openDirectory(InstantSource.system())) {
            return work.apply(directory);
        }
    }

    SecretHashes secretHashes() {
        return Databases.secretHashes(storage());
    }
}
