package agentsettings.cli.app;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import java.util.function.BiPredicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name an app in a database, and the way to change it. */
final class ExistingApp {

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "the app's key")
    private String key;

    String key() {
        return key;
    }

    /** Makes the change, which takes the app's key and returns whether that app exists. */
    void change(BiPredicate<Directory, String> change) {
        requireFound(database.inDirectory(Databases::openExisting, directory -> change.test(directory, key)));
    }

    /** Replaces the app's secret. */
    void replaceSecret(String secret) {
        requireFound(database.inDirectoryWithHashes(
                Databases::openExisting, (directory, hashes) -> directory.replaceSecret(key, hashes.hash(secret))));
    }

    private void requireFound(boolean found) {
        if (!found) {
            throw new IllegalArgumentException("--key: the app " + key + " does not exist.");
        }
    }
}
