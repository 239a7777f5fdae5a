package agentsettings.cli;

import agentsettings.cli.db.DatabaseOptions;
import agentsettings.core.store.Directory;
import java.util.function.BiPredicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name an app of a database, and the way to change it. */
final class ExistingApp {

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--key", required = true, description = "the app's key")
    private String key;

    DatabaseOptions database() {
        return database;
    }

    String key() {
        return key;
    }

    /** Makes the change, which takes the app's key and tells whether there is such an app. */
    void change(BiPredicate<Directory, String> change) {
        if (!database.inDirectory(directory -> change.test(directory, key))) {
            throw new IllegalArgumentException("--key: there is no app " + key + ".");
        }
    }
}
