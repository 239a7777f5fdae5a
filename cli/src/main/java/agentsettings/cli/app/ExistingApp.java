package agentsettings.cli.app;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeOutcome.Changed;
import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import agentsettings.server.config.StorageConfig;
import agentsettings.storage.Database;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name an app in a database, and the way to read and change it. */
final class ExistingApp {

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "the app's key")
    private String key;

    String key() {
        return key;
    }

    /** Finds something by the app's key; requires that it is found. */
    <T> T find(Function<StorageConfig, Database> open, BiFunction<Directory, String, Optional<T>> query) {
        return database.inDirectory(open, directory -> query.apply(directory, key))
                .orElseThrow(() -> new IllegalArgumentException("--key: the app " + key + " does not exist."));
    }

    /** Makes the change, which takes the app's key and returns whether that app exists. */
    void change(BiPredicate<Directory, String> change) {
        requireFound(database.inDirectory(Databases::openExisting, directory -> change.test(directory, key)));
    }

    /**
     * Replaces the app's secret.
     *
     * @param previousUntil the time until which the present secret is accepted too; if empty, it is refused from now on
     */
    void replaceSecret(String secret, Optional<Instant> previousUntil) {
        requireFound(database.inDirectoryWithHashes(
                Databases::openExisting,
                (directory, hashes) -> directory.replaceSecret(key, hashes.hash(secret), previousUntil, Condition.NONE)
                        instanceof Changed));
    }

    private void requireFound(boolean found) {
        if (!found) {
            throw new IllegalArgumentException("--key: the app " + key + " does not exist.");
        }
    }
}
