package agentsettings.server.secrets;

import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file with the key that secrets are hashed with. The database records the key's fingerprint, so that no other key is used with
 * it. Used by one thread.
 */
public record SecretHashKey(Path file) {

    private static final System.Logger LOG = System.getLogger(SecretHashKey.class.getName());
    private static final int KEY_BYTES = 32;

    /**
     * Reads the key, which must be the database's. If the database has no secret and no fingerprint yet, makes the key, unless the file
     * exists, and records its fingerprint.
     *
     * @param directory the database's
     * @param database its name for messages
     * @throws IllegalStateException if the file is missing or holds another key; the message says what to do
     */
    public SecretHashes hashesFor(Directory directory, String database) {
        Optional<String> recorded = directory.fact(DatabaseFact.SECRET_HASH_KEY);
        boolean made = false;
        if (!Files.exists(file)) {
            if (recorded.isPresent() || hasSecrets(directory)) {
                throw missing(database);
            }
            made = make();
        }
        SecretHashes hashes = read();
        if (recorded.isEmpty()) {
            directory.addFact(DatabaseFact.SECRET_HASH_KEY, hashes.fingerprint());
        }
        String expected = directory.fact(DatabaseFact.SECRET_HASH_KEY).orElseThrow();
        if (!expected.equals(hashes.fingerprint())) {
            if (made) {
                delete(file); // another node was first
            }
            throw made ? missing(database) : foreign(database, hashes.fingerprint(), expected);
        }
        return hashes;
    }

    private static boolean hasSecrets(Directory directory) {
        List<String> unreadable = new ArrayList<>();
        boolean hasSecret = directory.apps(unreadable::add).stream()
                .anyMatch(app -> !app.secretHash().isEmpty() || app.previousSecret() != null);
        boolean hasKey = !directory.managementKeys(unreadable::add).isEmpty();
        return hasSecret || hasKey || !unreadable.isEmpty();
    }

    /** Links the complete file into place: of two processes that make a key at once, one wins, and neither reads half a file. */
    private boolean make() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Path complete = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "secret-hash",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                writeDurably(complete, key);
                Files.createLink(file, complete);
                syncFolder();
                LOG.log(System.Logger.Level.INFO, "Made the key that secrets are hashed with, " + file);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false; // another process was first; its key is as good
            } finally {
                Files.delete(complete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't create " + file, e);
        }
    }

    /** The database records the key's fingerprint right after this; a power cut must not leave it without the key. */
    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /**
     * The fingerprint of the key in the file.
     *
     * @throws IllegalStateException if the file holds no key
     */
    public String fingerprint() {
        return read().fingerprint();
    }

    private SecretHashes read() {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(file + " must hold " + KEY_BYTES + " bytes, not " + key.length + ".");
            }
            return new SecretHashes(key);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't delete " + file, e);
        }
    }

    private IllegalStateException missing(String database) {
        return new IllegalStateException(file + " is missing. It holds the key that the secrets of " + database
                + " are hashed with. Copy it from a backup or from the data folder of another server on this database;"
                + " docs/operations.md says what to do when it is lost.");
    }

    private IllegalStateException foreign(String database, String fingerprint, String expected) {
        return new IllegalStateException(file + " is not the key that the secrets of " + database
                + " are hashed with: its fingerprint is " + fingerprint + ", expected " + expected
                + ". Copy the right file from a backup or from the data folder of another server on this database.");
    }
}
