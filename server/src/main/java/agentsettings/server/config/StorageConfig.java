package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import agentsettings.server.config.keys.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database, the limits of its write queue, how long it keeps changes, and its backups. */
public record StorageConfig(
        @ConfigKey(
                value = "storage.data",
                byDefault = "data",
                help =
                        "data folder: the embedded database, and the key that secrets are hashed with; created if it does not exist")
        Path data,

        @ConfigKey(
                value = "storage.database",
                byDefault = "",
                help = "`jdbc:postgresql://…` for PostgreSQL instead of the embedded database; without a password")
        String database,

        @ConfigKey(value = "storage.database-user", byDefault = "agentsettings", help = "user for PostgreSQL")
        String databaseUser,

        @ConfigKey(value = "storage.database-password", byDefault = "", help = "password for PostgreSQL; never shown")
        Secret databasePassword,

        @ConfigKey(
                value = "storage.lanes",
                byDefault = "2",
                help =
                        "lanes: batches that are written to PostgreSQL at the same time, 1 to 4; the embedded database always has one")
        int lanes,

        @ConfigKey(
                value = "storage.migrate",
                byDefault = "true",
                help = "apply pending migrations at the start; if false, refuse to start when there are any")
        boolean migrate,

        @ConfigKey(
                value = "storage.queue-max",
                byDefault = "16384",
                help = "maximum number of writes that wait for a lane; further ones are refused with 503")
        int queueMax,

        @ConfigKey(
                value = "storage.batch-max",
                byDefault = "256",
                help = "maximum number of writes in a batch, which is committed as one transaction")
        int batchMax,

        @ConfigKey(
                value = "storage.overload-wait",
                byDefault = "PT0.05S",
                help =
                        "maximum time that a request waits for the storage while more arrive than it can take; it is refused with 503 then")
        Duration overloadWait,

        @ConfigKey(
                value = "storage.disk-free-min",
                byDefault = "64",
                help = "space in MB that must be free on the disk of the embedded database for the service to be ready")
        int diskFreeMin,

        @ConfigKey(
                value = "history.keep",
                byDefault = "",
                help =
                        "time for which the change log keeps each change, `P1D` to `P36500D`; older ones are removed while the service runs; empty keeps all")
        Optional<Duration> historyKeep,

        BackupConfig backup) {

    /** A reader of the feed may miss a day, for an upgrade of its own for example. */
    private static final Duration KEEP_MIN = Duration.ofDays(1);

    private static final Duration KEEP_MAX = Duration.ofDays(36_500);

    private static final Pattern PERCENT_ENCODED = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern PASSWORD_PARAMETER =
            Pattern.compile("[?&][^=&]*password[^=&]*=", Pattern.CASE_INSENSITIVE);

    public StorageConfig {
        ConfigValidator validator = new ConfigValidator()
                .require(!data.toString().isBlank(), "storage.data", "must not be empty.")
                .require(
                        database.isEmpty() || database.startsWith("jdbc:postgresql://"),
                        "storage.database",
                        "must begin with jdbc:postgresql://, or be empty for the embedded database.")
                .require(
                        !hasCredentials(database),
                        "storage.database",
                        "must not contain a user or a password; set storage.database-user and"
                                + " storage.database-password instead.")
                .requireBetween("storage.lanes", lanes, 1, 4)
                .requireBetween("storage.queue-max", queueMax, 1, 1_000_000)
                .requireBetween("storage.batch-max", batchMax, 1, 10_000)
                .requireBetween("storage.overload-wait", overloadWait, Duration.ofMillis(1), Duration.ofMinutes(5))
                .requireBetween("storage.disk-free-min", diskFreeMin, 0, 1_000_000);
        validator.require(
                database.isEmpty() || !backup.isScheduled(),
                "backup.folder",
                "must be empty with storage.database; PostgreSQL has its own tools for backups.");
        historyKeep.ifPresent(keep -> validator.requireBetween("history.keep", keep, KEEP_MIN, KEEP_MAX));
        validator.throwIfInvalid();
    }

    /**
     * Whether the URL has user:password@ or a parameter for a password, also percent-encoded. The driver would accept it, but logs and
     * messages show the URL.
     */
    private static boolean hasCredentials(String url) {
        String decoded = PERCENT_ENCODED
                .matcher(url)
                .replaceAll(
                        code -> Matcher.quoteReplacement(Character.toString(HexFormat.fromHexDigits(code.group(1)))));
        return url.contains("@")
                || decoded.split("\\?", 2)[0].contains("@")
                || PASSWORD_PARAMETER.matcher(decoded).find();
    }
}
