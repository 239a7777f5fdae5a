package agentsettings.server.backup;

import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.storage.Database;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.sqlite.SqliteVerification;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.verify.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes backups of an embedded database, which may be in use. A backup appears under its name when it is complete, verified and on
 * disk. Used by one thread.
 *
 * @param key the file with the key that secrets are hashed with, if backups include it
 */
public record DatabaseBackup(Database database, Optional<Path> key, InstantSource clock) {

    private static final int FINDINGS_MAX = 10;

    /**
     * Makes a backup.
     *
     * @param target the folder to make, which must not exist
     * @return what a verification of the copy has found; it is as the database is
     * @throws StoreUnavailable if there is no backup, with the reason
     */
    public Findings make(Path target, WorkProgress progress) {
        BackupFolder complete = new BackupFolder(target);
        BackupFolder incomplete = complete.incomplete();
        requireAbsent(target);
        requireAbsent(incomplete.path());
        try {
            Findings findings = fill(incomplete, progress);
            requireAbsent(target);
            incomplete.moveTo(complete);
            return findings;
        } catch (IOException e) {
            throw new StoreUnavailable("Can't write the backup " + target, e);
        } finally {
            incomplete.delete();
        }
    }

    private static void requireAbsent(Path path) {
        if (Files.exists(path)) {
            throw new StoreUnavailable(path + " exists; a backup replaces nothing.", null);
        }
    }

    private Findings fill(BackupFolder folder, WorkProgress progress) throws IOException {
        BackupManifest manifest = new BackupManifest(clock.instant(), "", fingerprint());
        DataFolder data = folder.data();
        data.create();
        if (key.isPresent()) {
            copyKey(key.get(), folder.key(), manifest.keyFingerprint());
        }
        data.database().create();
        database.backUpTo(folder.database(), progress);
        Findings findings = new Findings(FINDINGS_MAX);
        SqliteVerification.verifyAtRest(data.database(), findings, progress);
        if (findings.damaged()) {
            throw new StoreUnavailable(
                    "There is no backup, because the copy is damaged: "
                            + findings.kept().getFirst(),
                    null);
        }
        new BackupManifest(manifest.created(), BackupManifest.sha256(folder.database()), manifest.keyFingerprint())
                .write(folder.manifest());
        return findings;
    }

    private String fingerprint() {
        try (Directory directory = database.openDirectory()) {
            return directory.fact(DatabaseFact.SECRET_HASH_KEY).orElse("");
        }
    }

    /** Requires the database's key. */
    private static void copyKey(Path from, Path to, String fingerprint) throws IOException {
        if (!Files.exists(from) && fingerprint.isEmpty()) {
            return;
        }
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        String copied = new SecretHashKey(to).fingerprint();
        if (!fingerprint.isEmpty() && !copied.equals(fingerprint)) {
            throw new StoreUnavailable(
                    from + " is not the key that the secrets in the database are hashed with: its fingerprint is "
                            + copied + ", expected " + fingerprint + ".",
                    null);
        }
    }
}
