package agentsettings.server;

import agentsettings.core.store.Directory;
import agentsettings.server.backup.BackupSchedule;
import agentsettings.server.backup.DatabaseBackup;
import agentsettings.server.config.BackupConfig;
import agentsettings.server.config.StorageConfig;
import agentsettings.server.health.Readiness.DiskSpace;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the database that the configuration names. */
public final class Databases {

    /** The database for a service, its schema up to date. An embedded one is locked until closed. */
    static Database openForServing(StorageConfig config) {
        return current(isEmbedded(config) ? SqliteDatabase.openExclusive(folder(config)) : postgres(config), config);
    }

    /** The database for use beside a running service, its schema up to date. An embedded one is created unless it exists. */
    public static Database openShared(StorageConfig config) {
        if (isEmbedded(config) && folder(config).holdsDatabase()) {
            folder(config).create(); // refuses a folder that others may use
        }
        return current(openUnmigrated(config), config);
    }

    /** As {@link #openShared}, but creates none. */
    public static Database openExisting(StorageConfig config) {
        requirePresent(config);
        return openShared(config);
    }

    /** The database for reading, its schema up to date. Changes nothing. */
    public static Database openForReading(StorageConfig config) {
        requirePresent(config);
        Database database = isEmbedded(config) ? SqliteDatabase.openReadOnly(folder(config)) : postgres(config);
        try {
            requireCurrent(database, "");
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static void requirePresent(StorageConfig config) {
        if (isAbsent(config)) {
            throw new IllegalStateException(describeAbsence(config));
        }
    }

    /** The database for use beside a running service, its schema as it is. */
    public static Database openUnmigrated(StorageConfig config) {
        return isEmbedded(config) ? SqliteDatabase.openShared(folder(config)) : postgres(config);
    }

    /** The database for use while no service runs, its schema as it is. An embedded one is locked until closed. */
    public static Database openExclusive(StorageConfig config) {
        return isEmbedded(config) ? SqliteDatabase.openExclusive(folder(config)) : postgres(config);
    }

    /** Whether the database is an embedded one without a file. Opening it would create the file; this does not. */
    public static boolean isAbsent(StorageConfig config) {
        return isEmbedded(config) && !folder(config).holdsDatabase();
    }

    /** Says that the database is absent, and how to create one. */
    public static String describeAbsence(StorageConfig config) {
        return "No database in " + config.data()
                + "; serve, db migrate, db copy and the create commands of app, key and tenant make" + " one.";
    }

    /** Names the database without opening it, as in "SQLite in data". */
    public static String describe(StorageConfig config) {
        return isEmbedded(config) ? "SQLite in " + config.data() : server(config) + " (" + config.lanes() + " lanes)";
    }

    /** The number of writes that the queues of all lanes hold. */
    static int queueMax(StorageConfig config) {
        return config.queueMax() * (isEmbedded(config) ? 1 : config.lanes());
    }

    /** The space that must be free on the disk of an embedded database. */
    static Optional<DiskSpace> requiredDiskSpace(StorageConfig config) {
        return isEmbedded(config)
                ? Optional.of(new DiskSpace(config.data(), (long) config.diskFreeMin() << 20))
                : Optional.empty();
    }

    static BatchLimits batchLimits(StorageConfig config) {
        return new BatchLimits(config.queueMax(), config.batchMax(), config.overloadWait());
    }

    /**
     * The hashes of the secrets in the database. Their key is in the data folder, whatever the database is.
     *
     * @throws IllegalStateException if the folder lacks the key or has another, with what to do as its message
     */
    public static SecretHashes secretHashes(StorageConfig config, Database database, Directory directory) {
        DataFolder folder = folder(config);
        folder.create();
        return new SecretHashKey(folder.secretHashKey()).hashesFor(directory, database.toString());
    }

    /** The file with the key that secrets are hashed with. */
    public static Path secretHashKey(StorageConfig config) {
        return folder(config).secretHashKey();
    }

    /**
     * Starts what the configuration asks to be done again and again: the removal of old changes, and backups.
     *
     * @param observer is told of the backups, if any are made
     */
    static List<AutoCloseable> startUpkeep(
            StorageConfig config, Database database, InstantSource clock, Consumer<BackupSchedule> observer) {
        List<AutoCloseable> upkeep = new ArrayList<>();
        config.historyKeep().ifPresent(keep -> upkeep.add(HistoryRetention.start(database, keep, clock)));
        BackupConfig backup = config.backup();
        if (backup.isScheduled()) {
            Optional<Path> key = backup.includeKey() ? Optional.of(secretHashKey(config)) : Optional.empty();
            BackupSchedule schedule = BackupSchedule.start(new DatabaseBackup(database, key, clock), backup);
            observer.accept(schedule);
            upkeep.add(schedule);
        }
        return upkeep;
    }

    private static boolean isEmbedded(StorageConfig config) {
        return config.database().isEmpty();
    }

    private static DataFolder folder(StorageConfig config) {
        return new DataFolder(config.data());
    }

    private static PostgresDatabase postgres(StorageConfig config) {
        return new PostgresDatabase(server(config), config.lanes());
    }

    private static PostgresServer server(StorageConfig config) {
        return new PostgresServer(
                config.database(),
                config.databaseUser(),
                config.databasePassword().value());
    }

    private static Database current(Database database, StorageConfig config) {
        try {
            if (!config.migrate()) {
                requireCurrent(database, ", and storage.migrate is false");
            } else if (!database.isUpToDate()) {
                database.migrate();
            }
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static void requireCurrent(Database database, String andWhy) {
        if (!database.isUpToDate() && !database.migrations().stream().allMatch(Migration::applied)) {
            throw new IllegalStateException("The schema of " + database + " has pending migrations" + andWhy
                    + "; run \"agentsettings db migrate\".");
        }
    }

    private Databases() {}
}
