package agentsettings.cli.options;

import agentsettings.core.commands.Command;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.server.Databases;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.StorageConfig;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.storage.Database;
import agentsettings.storage.queue.BatchLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the database a command works on, whether or not a server is running on it. */
public final class DatabaseOptions {

    private static final BatchLimits ONE_COMMAND = new BatchLimits(1, 1);

    @Mixin
    private ConfigurationOption configuration;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder of the embedded database (default: data)")
    private Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://… for PostgreSQL instead of the embedded database; user and password come"
                    + " from the configuration, as AGENTSETTINGS_STORAGE_DATABASE_USER and …_PASSWORD")
    private String database;

    /** Whether an option names the database, or the configuration file, which may name it. */
    public boolean isGiven() {
        return data != null || database != null || configuration.isGiven();
    }

    /** Whether the configuration says anything about the database. */
    public boolean isConfigured() {
        return configuration.read().settings().stream()
                .anyMatch(setting -> setting.isSet() && setting.key().startsWith("storage."));
    }

    /** The configuration: a file's, overridden by the environment's, overridden by these options. */
    public ConfigReader configuration() {
        return configuration
                .read()
                .option("--data", "storage.data", data)
                .option("--database", "storage.database", database);
    }

    public StorageConfig storage() {
        return configuration().read().storage();
    }

    /**
     * Does something with the directory.
     *
     * @param open a method of {@link Databases}
     */
    public <T> T inDirectory(Function<StorageConfig, Database> open, Function<Directory, T> work) {
        try (Database opened = open.apply(storage());
                Directory directory = opened.openDirectory()) {
            return work.apply(directory);
        }
    }

    /**
     * Does something with the directory and the hashes of its apps' secrets.
     *
     * @param open a method of {@link Databases}
     */
    public <T> T inDirectoryWithHashes(
            Function<StorageConfig, Database> open, BiFunction<Directory, SecretHashes, T> work) {
        StorageConfig config = storage();
        try (Database opened = open.apply(config);
                Directory directory = opened.openDirectory()) {
            return work.apply(directory, Databases.secretHashes(config, opened, directory));
        }
    }

    /** Does something with the records. */
    public <T> T inRecords(Function<Records, T> work) {
        try (Database opened = Databases.openForReading(storage());
                Records records = opened.openRecords(InstantSource.system())) {
            return work.apply(records);
        }
    }

    /** Executes the command and waits for its outcome. */
    public <O> O execute(Command<O> command) {
        try (Database opened = Databases.openExisting(storage());
                Store store = opened.openStore(InstantSource.system(), ONE_COMMAND, Runnable::run)) {
            return store.write(command).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
