package agentsettings.client.vendor;

import static agentsettings.client.vendor.Replies.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ServiceUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose identity can't be verified gets no request. */
@Timeout(60)
final class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @Test
    void aServerWithACertificateThatNobodyTrustsGetsNoRequest() throws Exception {
        try (ScriptedServer server = new ScriptedServer(_ -> success(), selfSigned());
                VendorClient client = client(server)) {
            assertThatThrownBy(() -> client.delete("u"))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage(
                            "delete: can't connect by TLS: this JVM does not trust the authority of the service's certificate.");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsTakesTheConnectTimeoutOnly() {
        try (ScriptedServer server = new ScriptedServer(_ -> success());
                VendorClient client = client(server)) {
            assertThatThrownBy(() -> client.delete("u"))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessage("delete: can't connect in time.");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static VendorClient client(ScriptedServer server) {
        URI address = URI.create("https://127.0.0.1:" + server.address().getPort());
        return new VendorClient(
                ClientConfig.of(address).withConnectTimeout(CONNECT_TIMEOUT).withAttemptsMax(1),
                new AppCredentials("app", Optional.empty()),
                InstantSource.system(),
                new SecureRandom());
    }

    private ServerSocketFactory selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }
}
