package agentsettings.server.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes app secrets with a key stored beside the database, never in it: a copy of the database alone verifies no secret. A single fast
 * hash is enough, since secrets are long and random. Safe for use by many threads.
 */
public final class SecretHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    private SecretHashes(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Reads the key from the file. Creates the file, readable by its owner only, if it doesn't exist. */
    public static SecretHashes withKeyIn(Path file) {
        try {
            if (!Files.exists(file)) {
                createKey(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(file + " must hold " + KEY_BYTES + " bytes, not " + key.length + ".");
            }
            return new SecretHashes(key);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read or create " + file, e);
        }
    }

    /** Links the complete file into place: of two processes that create a key at once, one wins, and neither reads half a file. */
    private static void createKey(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path complete = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "secret-hash",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(complete, key);
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException e) {
            // another process was first; its key is as good
        } finally {
            Files.delete(complete);
        }
    }

    public String hash(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Compares the secret's hash with this one in constant time. */
    public boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
