package agentsettings.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What a backup says about itself, in a file of its own beside the database. Immutable.
 *
 * @param created when the backup began
 * @param sha256 of the database file
 * @param keyFingerprint that of the key that the secrets in the database are hashed with; empty if it holds none
 */
record BackupManifest(Instant created, String sha256, String keyFingerprint) {

    private static final String CREATED = "created";
    private static final String SHA256 = "database.sha256";
    private static final String KEY = "secret-hash-key.fingerprint";
    private static final int BUFFER_BYTES = 1 << 20;

    void write(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                CREATED + "=" + created + "\n" + SHA256 + "=" + sha256 + "\n" + KEY + "=" + keyFingerprint + "\n");
    }

    /** Throws an IOException if the file is missing or is no manifest. */
    static BackupManifest read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
            return new BackupManifest(
                    Instant.parse(values.getProperty(CREATED)), values.getProperty(SHA256), values.getProperty(KEY));
        } catch (RuntimeException invalid) {
            throw new IOException(file + " is no manifest of a backup", invalid);
        }
    }

    /** The SHA-256 of a file. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            byte[] buffer = new byte[BUFFER_BYTES];
            int read = digest.read(buffer);
            while (read >= 0) {
                read = digest.read(buffer);
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
