package agentsettings.acceptance.durability;

import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import agentsettings.server.config.ConfigReader;
import agentsettings.server.config.StorageConfig;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.storage.Database;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.verify.Finding;
import agentsettings.storage.verify.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens what a power cut has left, as a server does, and compares it with what was acknowledged. Stateless. */
final class StateAfterCut {

    // held, since loggers that nobody holds are forgotten together with their level
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("agentsettings.server.secrets"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private static final WorkProgress UNSEEN = new WorkProgress() {
        @Override
        public void begin(String phase, long rows) {}

        @Override
        public void done(long rows) {}
    };

    /** What is wrong with this data folder; nothing if it is as it must be. */
    static List<String> complaints(Path data, Acknowledged acknowledged) {
        try {
            if (acknowledged.count() == 0) {
                return findingsOfFirstStart(data);
            }
            if (!Files.exists(data.resolve("agentsettings.db"))) {
                return List.of("the database is missing after " + acknowledged.count() + " acknowledged writes");
            }
            List<String> complaints = new ArrayList<>();
            DataFolder folder = new DataFolder(data);
            try (Database database = SqliteDatabase.openShared(folder)) {
                complaints.addAll(findings(database, folder));
            }
            Snapshot snapshot = new agentsettings.acceptance.durability.Database(data).read();
            complaints.addAll(DurabilityCheck.of(snapshot, acknowledged.users()).complaints());
            return complaints;
        } catch (Exception failure) {
            return List.of(failure + " after " + acknowledged.count() + " acknowledged writes, caused by "
                    + failure.getCause());
        }
    }

    /** Before anything is acknowledged, a start must complete what the one before had begun. */
    private static List<String> findingsOfFirstStart(Path data) {
        StorageConfig config =
                new ConfigReader().option("--data", "storage.data", data).read().storage();
        try (Database database = Databases.openShared(config)) {
            return findings(database, new DataFolder(data));
        }
    }

    /** Finds the key of the secrets, and verifies. */
    private static List<String> findings(Database database, DataFolder folder) {
        Findings findings = new Findings(10);
        try (Directory directory = database.openDirectory()) {
            new SecretHashKey(folder.secretHashKey()).hashesFor(directory, database.toString());
        }
        database.verify(findings, UNSEEN);
        return findings.kept().stream().map(Finding::toString).toList();
    }

    private StateAfterCut() {}
}
