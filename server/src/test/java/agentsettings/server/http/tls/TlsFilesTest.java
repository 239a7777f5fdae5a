package agentsettings.server.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that can't be used are refused with the configuration key, the file and what is wrong. */
final class TlsFilesTest {

    private final TestCertificate certificate = TestCertificate.selfSigned("server");

    @TempDir
    private Path folder;

    @Test
    void aCertificateAndItsKeyAreUsed() throws IOException {
        TlsFiles files = certificate.write(folder);
        assertThat(load(files).validityWarning(Instant.now())).isEmpty();
    }

    @Test
    void aKeyOfRsaIsUsedToo() throws IOException {
        assertThat(load(TestCertificate.ofRsa("server").write(folder))).isNotNull();
    }

    /** As OpenSSL wrote keys before PKCS#8, and acme.sh still does: what PKCS#8 wraps. */
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void keysInOlderFormatsAreUsed(String algorithm) throws IOException {
        TestCertificate older = algorithm.equals("RSA") ? TestCertificate.ofRsa("server") : certificate;
        byte[] pkcs8 = older.keys().getPrivate().getEncoded();
        byte[] inner = innerKey(pkcs8);
        TlsFiles files = older.write(folder);
        String parameters = algorithm.equals("EC") ? TestCertificate.pem("EC PARAMETERS", new byte[] {6, 1, 1}) : "";
        Files.writeString(files.key(), parameters + TestCertificate.pem(algorithm + " PRIVATE KEY", inner));
        assertThat(load(files)).isNotNull();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        TlsFiles files = certificate.write(folder);
        Files.delete(files.key());
        assertRefused(files, "http.tls-key: " + files.key() + " does not exist.");
        Files.delete(files.certificate());
        assertRefused(files, "http.tls-certificate: " + files.certificate() + " does not exist.");
    }

    @Test
    void aFolderIsNoCertificate() throws IOException {
        TlsFiles files = certificate.write(folder);
        assertRefused(
                new TlsFiles("management", folder, files.key(), null),
                "management.tls-certificate: can't read " + folder + ": Is a directory.");
    }

    @Test
    void filesWithoutPemAreRefused() throws IOException {
        TlsFiles files = certificate.write(folder);
        assertRefused(
                new TlsFiles("http", files.key(), files.key(), null),
                "http.tls-certificate: " + files.key() + " holds no certificate in PEM format.");
        Files.writeString(files.key(), certificate.pem());
        assertRefused(files, "http.tls-key: " + files.key() + " holds no private key in PEM format.");
    }

    @Test
    void damagedFilesAreRefusedWithoutTheirContent() throws IOException {
        TlsFiles files = certificate.write(folder);
        String key = certificate.keyPem();
        Files.writeString(files.key(), key.substring(0, 60) + key.substring(70));
        assertRefused(
                files,
                "http.tls-key: " + files.key() + " holds no key that goes with the first certificate in "
                        + files.certificate() + ", which has a key of the kind EC.");
        String pem = certificate.pem();
        Files.writeString(files.certificate(), pem.substring(0, 60) + pem.substring(70));
        assertRefused(
                files, "http.tls-certificate: " + files.certificate() + " holds a certificate that can't be read.");
    }

    @Test
    void theKeyOfAnotherCertificateIsRefused() throws IOException {
        TlsFiles files = certificate.write(folder);
        Files.writeString(files.key(), TestCertificate.selfSigned("another").keyPem());
        assertRefused(
                files,
                "http.tls-key: " + files.key() + " is not the key of the first certificate in " + files.certificate()
                        + ".");
    }

    @Test
    void anEncryptedKeyIsRefused() throws IOException {
        TlsFiles files = certificate.write(folder);
        Files.writeString(files.key(), TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
        assertRefused(files, "http.tls-key: " + files.key() + " is encrypted; store the key without a passphrase.");
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        TlsFiles files = certificate.write(folder);
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(
                files,
                "http.tls-key: other users may use " + files.key() + " (rw-r--r--). Run: chmod 600 " + files.key());
    }

    @Test
    void theOperatorIsWarnedOfACertificateThatIsNotValid() throws IOException {
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        ServerCertificate ending = load(TestCertificate.until(end).write(folder));
        assertThat(ending.validityWarning(end.minus(Duration.ofDays(15)))).isEmpty();
        assertThat(ending.validityWarning(end.minus(Duration.ofDays(13))))
                .get()
                .asString()
                .endsWith(" expires at " + end);
        assertThat(ending.validityWarning(end.plusSeconds(1)))
                .get()
                .asString()
                .endsWith(" expired at " + end + "; clients refuse it");
        assertThat(ending.validityWarning(end.minus(Duration.ofDays(401))))
                .get()
                .asString()
                .contains(" is not valid before ");
    }

    private static byte[] innerKey(byte[] pkcs8) {
        byte[] version = HexFormat.of().parseHex("020100");
        int at = 0;
        while (!Arrays.equals(pkcs8, at, at + 3, version, 0, 3)) {
            at++;
        }
        int algorithm = at + 3;
        int octets = algorithm + 2 + pkcs8[algorithm + 1];
        int length = pkcs8[octets + 1] & 0xff;
        return Arrays.copyOfRange(pkcs8, octets + 2 + (length > 127 ? length & 0x7f : 0), pkcs8.length);
    }

    private static ServerCertificate load(TlsFiles files) {
        return ServerCertificate.of(files, files.read());
    }

    private static void assertRefused(TlsFiles files, String message) {
        assertThatIllegalStateException().isThrownBy(() -> load(files)).withMessage(message);
    }
}
