package agentsettings.acceptance.fuzz;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.TlsKeys;
import agentsettings.core.apps.Caller;
import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import agentsettings.wire.names.HttpNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The demo's server in the fuzzer's own process, so that its coverage guides the fuzzer. Started by the first input, and never stopped. */
final class FuzzedServer {

    /** A caller of the demo's app. */
    static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    private static final int INPUTS_BETWEEN_CHECKS = 100;
    private static final byte[] QUERY = RawHttp.request(
            "POST",
            HttpNames.QUERY_PATH,
            Map.of("X-APP-Key", "demo-app"),
            "{\"userId\":\"10gg000000demoUser01\"}".getBytes(StandardCharsets.UTF_8));

    private static final AgentSettingsServer SERVER = start(new ConfigReader());
    private static int inputs;

    static URI vendor() {
        return URI.create("http://127.0.0.1:" + SERVER.port());
    }

    static URI management() {
        return URI.create("http://127.0.0.1:" + SERVER.managementPort().getAsInt());
    }

    /** Requires of each hundredth input that a client still gets its response. */
    static void requireServing() throws IOException {
        inputs++;
        if (inputs % INPUTS_BETWEEN_CHECKS == 0) {
            try (RawHttp client = RawHttp.connect(vendor())) {
                client.send(QUERY);
                RawResponse response = client.read();
                if (response.status() != 200 && response.status() != 500) { // the user may have no settings
                    throw new AssertionError("a client got " + response.status() + ": " + response.text());
                }
            }
        }
    }

    private static AgentSettingsServer start(ConfigReader config) {
        try {
            Path data = Files.createTempDirectory("fuzz").resolve("data");
            return AgentSettingsServer.start(
                    config.option("--data", "storage.data", data)
                            .option("--port", "http.port", 0)
                            .option("--management-port", "management.port", 0)
                            .read(),
                    true,
                    InstantSource.system(),
                    new Management()::door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same over TLS, which has HTTP/2. */
    static final class Secure {

        private static final TlsKeys KEYS = makeKeys();
        private static final AgentSettingsServer SERVER = start(configuration());

        /** What a client trusts. */
        static final SSLContext TRUSTING = trusting();

        static int port() {
            return SERVER.port();
        }

        private static TlsKeys makeKeys() {
            try {
                return TlsKeys.make(Files.createTempDirectory("fuzz"));
            } catch (IOException | InterruptedException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static ConfigReader configuration() {
            try {
                Path file = Files.createTempFile("fuzz", ".properties");
                Files.writeString(file, KEYS.configuration());
                return new ConfigReader().file(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static SSLContext trusting() {
            try {
                return KEYS.trusting();
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private Secure() {}
    }

    private FuzzedServer() {}
}
