package agentsettings.server.http.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The PEM files that the configuration names for the ports of a section.
 *
 * @param section {@code http} or {@code management}, for messages
 * @param certificate the certificate chain, the server's certificate first
 * @param key the private key of the server's certificate
 * @param clientCa the certificates of the authorities that issue clients' certificates; null if clients need none
 */
public record TlsFiles(String section, Path certificate, Path key, Path clientCa) {

    private static final int SIZE_MAX = 1024 * 1024;
    private static final int ROOT = 0;
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /**
     * Reads the files.
     *
     * @throws IllegalStateException if one can't be read, or if other users may read the key; the message names the configuration key
     */
    TlsContents read() {
        String chain = text("tls-certificate", certificate);
        String privateKey = text("tls-key", key);
        requireOwnerOnly();
        return new TlsContents(chain, privateKey, clientCa == null ? "" : text("tls-client-ca", clientCa));
    }

    IllegalStateException fault(String key, String what) {
        return new IllegalStateException(section + "." + key + ": " + what);
    }

    private String text(String configKey, Path file) {
        try {
            if (Files.size(file) > SIZE_MAX) {
                throw fault(configKey, file + " is larger than " + SIZE_MAX + " bytes.");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw fault(configKey, file + " does not exist.");
        } catch (AccessDeniedException e) {
            throw fault(configKey, "no permission to read " + file + ".");
        } catch (IOException e) {
            throw fault(configKey, "can't read " + file + ": " + e.getMessage() + ".");
        }
    }

    /** A key that belongs to root may be readable by its group, as Debian's ssl-cert is. */
    private void requireOwnerOnly() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
            Set<PosixFilePermission> allowed = EnumSet.copyOf(OWNER);
            if (Integer.valueOf(ROOT).equals(Files.getAttribute(key, "unix:uid"))) {
                allowed.add(PosixFilePermission.GROUP_READ);
            }
            if (!allowed.containsAll(permissions)) {
                throw fault(
                        "tls-key",
                        "other users may use " + key + " (" + PosixFilePermissions.toString(permissions)
                                + "). Run: chmod 600 " + key);
            }
        } catch (IOException e) {
            throw fault("tls-key", "can't read the permissions of " + key + ": " + e.getMessage() + ".");
        }
    }
}
