package agentsettings.server.backup;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.sqlite.SqliteVerification;
import agentsettings.storage.sqlite.file.DataFolder;
import agentsettings.storage.sqlite.file.DurableFiles;
import agentsettings.storage.verify.Findings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Restores a backup into an empty data folder. Used by one thread. */
public final class DatabaseRestore {

    private static final int FINDINGS_MAX = 10;

    private final BackupFolder backup;
    private final Path target;
    private final DataFolder data;

    public DatabaseRestore(Path backup, Path target) {
        this.backup = new BackupFolder(backup);
        this.target = target;
        this.data = new DataFolder(target);
    }

    /**
     * What was restored.
     *
     * @param keyFingerprint that of the key that the secrets in the database are hashed with; empty if it holds none
     * @param hasKey whether the key was in the backup, too
     * @param findings what a verification has found
     */
    public record Restored(String keyFingerprint, boolean hasKey, Findings findings) {}

    /**
     * Restores the backup. The database gets its name when it is complete, verified and on disk.
     *
     * @throws StoreUnavailable if it is not restored, with the reason
     */
    public Restored restore(WorkProgress progress) {
        try {
            BackupManifest manifest = BackupManifest.read(backup.manifest());
            requireEmpty();
            data.create();
            try (Closeable _ = data.lockForServing()) {
                return restoreOrEmpty(manifest, progress);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Can't restore " + backup.path() + " into " + target, e);
        }
    }

    private Restored restoreOrEmpty(BackupManifest manifest, WorkProgress progress) throws IOException {
        try {
            Restored restored = restore(manifest, progress);
            data.create(); // takes what was copied away from other users
            return restored;
        } catch (IOException | RuntimeException failure) {
            new BackupFolder(target).empty();
            throw failure;
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw new StoreUnavailable(
                        target + " is not empty, and a server may use it. Choose another folder, or stop the server and"
                                + " move the files away.",
                        null);
            }
        }
    }

    private Restored restore(BackupManifest manifest, WorkProgress progress) throws IOException {
        BackupFolder incomplete = new BackupFolder(target.resolve("restored" + BackupFolder.INCOMPLETE));
        try {
            incomplete.data().create();
            Files.copy(backup.database(), incomplete.database());
            requireSame(manifest, incomplete);
            incomplete.data().migrate(); // the backup may be of an older version
            Findings findings = verify(incomplete.data(), progress);
            boolean hasKey = copyKey(manifest);
            DurableFiles.syncFile(incomplete.database());
            Files.move(incomplete.database(), data.database().path(), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.syncFolder(target);
            return new Restored(manifest.keyFingerprint(), hasKey, findings);
        } finally {
            incomplete.delete();
        }
    }

    private void requireSame(BackupManifest manifest, BackupFolder copy) throws IOException {
        if (!BackupManifest.sha256(copy.database()).equals(manifest.sha256())) {
            throw new StoreUnavailable(
                    backup.database() + " was changed or damaged since the backup: its SHA-256 is not that of the"
                            + " manifest. Nothing was restored.",
                    null);
        }
    }

    /** Verifies the copy, not the backup, because it is the copy that will be used. */
    private static Findings verify(DataFolder folder, WorkProgress progress) {
        Findings findings = new Findings(FINDINGS_MAX);
        SqliteVerification.verifyAtRest(folder.database(), findings, progress);
        if (findings.damaged()) {
            throw new StoreUnavailable(
                    "The backup is damaged: " + findings.kept().getFirst() + ". Nothing was restored.", null);
        }
        return findings;
    }

    private boolean copyKey(BackupManifest manifest) throws IOException {
        if (!Files.exists(backup.key())) {
            return false;
        }
        String fingerprint = new SecretHashKey(backup.key()).fingerprint();
        if (!manifest.keyFingerprint().isEmpty() && !fingerprint.equals(manifest.keyFingerprint())) {
            throw new StoreUnavailable(
                    backup.key() + " is not the key that the secrets in the backup are hashed with: its fingerprint is "
                            + fingerprint + ", expected " + manifest.keyFingerprint() + ". Nothing was restored.",
                    null);
        }
        Files.copy(backup.key(), data.secretHashKey(), StandardCopyOption.COPY_ATTRIBUTES);
        DurableFiles.syncFile(data.secretHashKey());
        return true;
    }
}
