package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.Management;
import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reader of the feed that is started before the service. */
@Timeout(120)
final class FollowedBeforeStartTest {

    @TempDir
    private Path folder;

    @Test
    void theServiceIsWaitedFor() throws IOException {
        Path seen = folder.resolve("seen");
        CompletableFuture<CommandRun> following;
        int port;
        try (ServerSocket cutting = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = cutting.getLocalPort();
            following = CompletableFuture.supplyAsync(
                    () -> run(port, "changes --follow --limit 1 --cursor-file " + seen),
                    task -> Thread.ofPlatform().start(task));
            for (int i = 0; i < 6; i++) { // more than the attempts of a call
                cutting.accept().close();
            }
        }
        assertThat(following).isNotDone();
        try (AgentSettingsServer server = start(port)) {
            while (!Files.exists(seen) && !following.isDone()) {
                Thread.onSpinWait();
            }
            run(
                    server.managementPort().getAsInt(),
                    "settings set --tenant 202205116084 --user-id 10gg000000demoUser01 --call-type direct");
            assertThat(following.join().out()).contains("callType: not set -> direct");
        }
    }

    private AgentSettingsServer start(int managementPort) {
        return AgentSettingsServer.start(
                new ConfigReader()
                        .option("--data", "storage.data", folder.resolve("data"))
                        .option("--port", "http.port", 0)
                        .option("--management-port", "management.port", managementPort)
                        .read(),
                true,
                InstantSource.system(),
                new Management()::door);
    }

    private static CommandRun run(int port, String command) {
        Map<String, String> variables =
                Map.of("AGENTSETTINGS_URL", "http://127.0.0.1:" + port, "AGENTSETTINGS_KEY", ServiceForCommands.KEY);
        return CommandRun.run(variables, "", command.split(" ", -1));
    }
}
