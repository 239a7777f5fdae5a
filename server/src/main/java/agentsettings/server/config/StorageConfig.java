package agentsettings.server.config;

import java.nio.file.Path;

/** Where the settings are kept, and how much may wait to be written. */
public record StorageConfig(
        @Key(value = "storage.data", byDefault = "data", help = "folder of the database; made when there is none")
        Path data,

        @Key(value = "storage.queue-max", byDefault = "16384", help = "writes that may wait; more are refused with 503")
        int queueMax,

        @Key(value = "storage.batch-max", byDefault = "256", help = "writes committed together at most")
        int batchMax) {

    public StorageConfig {
        Check.between("storage.queue-max", queueMax, 1, 1_000_000);
        Check.between("storage.batch-max", batchMax, 1, 10_000);
    }
}
