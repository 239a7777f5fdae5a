package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.ConfigValidator;
import java.nio.file.Path;
import java.time.Duration;

/** The backups that a running server makes of its embedded database. */
public record BackupConfig(
        @ConfigKey(
                value = "backup.folder",
                byDefault = "",
                help = "folder in which the server makes backups of the embedded database; empty makes none")
        Path folder,

        @ConfigKey(
                value = "backup.interval",
                byDefault = "P1D",
                help = "time from one backup to the next, `PT1M` to `P365D`")
        Duration interval,

        @ConfigKey(
                value = "backup.keep",
                byDefault = "7",
                help = "number of backups to keep, 1 to 10000; older ones are removed after the next one is made")
        int keep,

        @ConfigKey(
                value = "backup.include-key",
                byDefault = "false",
                help = "copy `secret-hash.key` into each backup, too")
        boolean includeKey) {

    public BackupConfig {
        new ConfigValidator()
                .requireBetween("backup.interval", interval, Duration.ofMinutes(1), Duration.ofDays(365))
                .requireBetween("backup.keep", keep, 1, 10_000)
                .throwIfInvalid();
    }

    /** Whether the server makes backups. */
    public boolean isScheduled() {
        return !folder.toString().isEmpty();
    }
}
