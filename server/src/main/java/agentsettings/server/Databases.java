package agentsettings.server;

import agentsettings.server.config.StorageConfig;
import agentsettings.server.security.SecretHashes;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.sqlite.DataFolder;
import agentsettings.storage.sqlite.SqliteDatabase;

/** Opens what the configuration of the storage names. */
public final class Databases {

    /** The database for a service, its schema up to date. */
    static Database openForServing(StorageConfig config) {
        return current(isEmbedded(config) ? SqliteDatabase.openExclusive(folder(config)) : postgres(config), config);
    }

    /** The database for work beside a service, its schema up to date. */
    public static Database openShared(StorageConfig config) {
        return current(openUnmigrated(config), config);
    }

    /** The database for work beside a service, its schema as it is. */
    public static Database openUnmigrated(StorageConfig config) {
        return isEmbedded(config) ? SqliteDatabase.openShared(folder(config)) : postgres(config);
    }

    /** The database for work while no service uses it, its schema as it is; an embedded one is locked until closed. */
    public static Database openExclusive(StorageConfig config) {
        return isEmbedded(config) ? SqliteDatabase.openExclusive(folder(config)) : postgres(config);
    }

    /** Whether an embedded database has no file yet, which opening it would make; makes nothing. */
    public static boolean isAbsent(StorageConfig config) {
        return isEmbedded(config) && !folder(config).holdsDatabase();
    }

    static BatchLimits batchLimits(StorageConfig config) {
        return new BatchLimits(config.queueMax(), config.batchMax());
    }

    /** The hashes of app secrets, whose key lies in the data folder whichever the database is. */
    public static SecretHashes secretHashes(StorageConfig config) {
        DataFolder folder = folder(config);
        folder.create();
        return SecretHashes.withKeyIn(folder.secretHashKey());
    }

    private static boolean isEmbedded(StorageConfig config) {
        return config.database().isEmpty();
    }

    private static DataFolder folder(StorageConfig config) {
        return new DataFolder(config.data());
    }

    private static PostgresDatabase postgres(StorageConfig config) {
        return new PostgresDatabase(
                new PostgresServer(
                        config.database(),
                        config.databaseUser(),
                        config.databasePassword().value()),
                config.lanes());
    }

    private static Database current(Database database, StorageConfig config) {
        try {
            if (config.migrate()) {
                database.migrate();
            } else if (!database.migrations().stream().allMatch(Migration::applied)) {
                throw new IllegalStateException("The schema of " + database
                        + " isn't up to date, and storage.migrate is false: run ./agentsettings db migrate.");
            }
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private Databases() {}
}
