package agentsettings.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.http.tls.ServerTls;
import agentsettings.server.http.tls.TestCertificate;
import agentsettings.server.http.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port with authorities for clients serves only those who present a certificate that one has issued. */
final class ClientCertificateTest {

    private static final int HANGING_MILLIS = 20_000;

    private final TestCertificate server = TestCertificate.selfSigned("server");
    private final TestCertificate authority = TestCertificate.selfSigned("authority");

    private TlsDoor door;

    @BeforeEach
    void listen(@TempDir Path folder) throws IOException {
        Path authorities = folder.resolve("ca.pem");
        Files.writeString(
                authorities, TestCertificate.selfSigned("another authority").pem() + authority.pem());
        TlsFiles files = server.write(folder);
        door = new TlsDoor(
                ServerTls.load(
                        new TlsFiles("http", files.certificate(), files.key(), authorities), InstantSource.system()),
                TlsDoor.LONG);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, none, false",
        "TLSv1.3, issued, true",
        "TLSv1.3, foreign, false",
        "TLSv1.2, none, false",
        "TLSv1.2, issued, true",
        "TLSv1.2, foreign, false"
    })
    void aClientNeedsACertificateOfAnAuthority(String version, String kind, boolean served) throws Exception {
        TestCertificate client = switch (kind) {
            case "issued" -> authority.issue("client");
            case "foreign" -> TestCertificate.selfSigned("client");
            default -> null;
        };
        try (SSLSocket socket =
                (SSLSocket) presenting(client).getSocketFactory().createSocket("127.0.0.1", door.port)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setSoTimeout(HANGING_MILLIS);
            assertThat(isServed(socket)).isEqualTo(served);
        }
    }

    /** In TLS 1.3 a client learns that it was refused when it reads. */
    private static boolean isServed(SSLSocket socket) {
        try {
            socket.getOutputStream()
                    .write(RawClient.request("GET /", "Connection: close")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (IOException refused) {
            return false;
        }
    }

    private SSLContext presenting(TestCertificate client) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (client != null) {
            X509Certificate[] chain = {client.certificate()};
            own.setKeyEntry("client", client.keys().getPrivate(), new char[0], chain);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
