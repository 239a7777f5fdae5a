package agentsettings.server.config;

import java.nio.file.Path;
import java.util.Locale;

/** Where the settings are kept, and how much may wait to be written. */
public record StorageConfig(
        @ConfigKey(
                value = "storage.data",
                byDefault = "data",
                help =
                        "folder of the embedded database, and of the key that secrets are hashed with; made when there is none")
        Path data,

        @ConfigKey(
                value = "storage.database",
                byDefault = "",
                help = "`jdbc:postgresql://…` for PostgreSQL in place of the embedded database; without a password")
        String database,

        @ConfigKey(value = "storage.database-user", byDefault = "agentsettings", help = "PostgreSQL's user")
        String databaseUser,

        @ConfigKey(value = "storage.database-password", byDefault = "", help = "that user's password; never shown")
        Secret databasePassword,

        @ConfigKey(
                value = "storage.lanes",
                byDefault = "2",
                help = "transactions written to PostgreSQL at a time, 1 to 4; the embedded database has one")
        int lanes,

        @ConfigKey(
                value = "storage.migrate",
                byDefault = "true",
                help = "bring the schema up to date at the start; else refuse to start when it isn't")
        boolean migrate,

        @ConfigKey(
                value = "storage.queue-max",
                byDefault = "16384",
                help = "writes that may wait for each lane; more are refused with 503")
        int queueMax,

        @ConfigKey(value = "storage.batch-max", byDefault = "256", help = "writes committed together at most")
        int batchMax) {

    public StorageConfig {
        Check.that(
                database.isEmpty() || database.startsWith("jdbc:postgresql://"),
                "storage.database: must begin with jdbc:postgresql://, or be empty for the embedded database.");
        Check.that(
                !database.toLowerCase(Locale.ROOT).contains("password="),
                "storage.database: must not hold a password; it goes into storage.database-password.");
        Check.between("storage.lanes", lanes, 1, 4);
        Check.between("storage.queue-max", queueMax, 1, 1_000_000);
        Check.between("storage.batch-max", batchMax, 1, 10_000);
    }
}
