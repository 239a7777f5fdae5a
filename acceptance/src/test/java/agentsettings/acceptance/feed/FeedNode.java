package agentsettings.acceptance.feed;

import agentsettings.acceptance.ServerProcess;
import agentsettings.client.ClientConfig;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.vendor.AppCredentials;
import agentsettings.client.vendor.VendorClient;
import agentsettings.core.apps.ManagementKeyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A server that is killed and started again at the same addresses, and the clients of it. Safe for use by many threads. */
final class FeedNode implements AutoCloseable {

    private static final AppCredentials APP = AppCredentials.of("demo-app", "demo-app-secret-for-local-use-only");
    private static final ManagementKeyText KEY = ManagementKeyText.parse(
                    "ask_demoadmn_demo-management-key-for-local-use-only")
            .orElseThrow();

    private final List<String> options;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final VendorClient vendor = new VendorClient(config(port), APP, InstantSource.system(), new SecureRandom());
    private final ManagementClient management =
            new ManagementClient(config(managementPort), KEY, InstantSource.system(), new SecureRandom());
    private ServerProcess process;

    /**
     * Starts the server.
     *
     * @param options that name its database
     */
    FeedNode(List<String> options) throws IOException, InterruptedException {
        this.options = options;
        start();
    }

    void start() throws IOException, InterruptedException {
        process = ServerProcess.startDemo(port, managementPort, options);
    }

    void kill() throws IOException, InterruptedException {
        process.kill();
        process.close();
    }

    VendorClient vendor() {
        return vendor;
    }

    ManagementClient management() {
        return management;
    }

    /** Each request is sent once, so that each is known to be executed, not executed, or in doubt. */
    private static ClientConfig config(int port) {
        return ClientConfig.of(URI.create("http://127.0.0.1:" + port))
                .withAttemptsMax(1)
                .withBackoff(Duration.ofMillis(50), Duration.ofMillis(500));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        vendor.close();
        management.close();
        process.close();
    }
}
