package agentsettings.client.vendor;

import static agentsettings.client.RunningServer.user;
import static agentsettings.client.ScriptedServer.cut;
import static agentsettings.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.client.ClientConfig;
import agentsettings.client.OutcomeUnknownException;
import agentsettings.client.RunningServer;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ScriptedServer.Request;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.vendor.Outcome.Created;
import agentsettings.client.vendor.Outcome.Deleted;
import agentsettings.client.vendor.Outcome.Found;
import agentsettings.client.vendor.Outcome.NoSettings;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real service behind a network that loses requests and responses. */
@Timeout(60)
final class LostResponsesTest {

    private static final OutboundSettings SETTINGS = new OutboundSettings(CallType.DIRECT, null, null, null, null);

    @TempDir
    private Path folder;

    private final Random fate = new Random(13);
    private final AtomicInteger lostRequests = new AtomicInteger();
    private final AtomicInteger lostResponses = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private RunningServer server;
    private ScriptedServer network;

    @BeforeEach
    void start() {
        server = RunningServer.start(folder, InstantSource.system());
        network = new ScriptedServer(this::forward);
    }

    @AfterEach
    void stop() {
        network.close();
        http.close();
        server.close();
    }

    /** Loses every third request and every third response. */
    private synchronized Step forward(Request request) throws InterruptedException {
        int chance = fate.nextInt(3);
        if (chance == 0) {
            lostRequests.incrementAndGet();
            return cut();
        }
        HttpResponse<String> response = send(request);
        if (chance == 1) {
            lostResponses.incrementAndGet();
            return cut();
        }
        return json(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(Request request) throws InterruptedException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        URI.create(server.address() + request.head().split(" ", 3)[1]))
                .POST(BodyPublishers.ofString(request.body()));
        for (String header : new String[] {"X-APP-Key", "Authorization", "Content-Type", "Idempotency-Key"}) {
            if (!request.header(header).isEmpty()) {
                forwarded.header(header, request.header(header));
            }
        }
        try {
            return http.send(forwarded.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VendorClient client(URI address) {
        ClientConfig config = ClientConfig.of(address)
                .withAttemptsMax(ClientConfig.ATTEMPTS_LIMIT)
                .withBackoff(Duration.ZERO, Duration.ZERO);
        return new VendorClient(config, RunningServer.APP, InstantSource.system(), new SecureRandom());
    }

    @Test
    void everyCreateIsExecutedOnceHoweverOftenItWasSent() {
        Set<Long> ids = new HashSet<>();
        try (VendorClient client = client(network.address());
                VendorClient direct = client(server.address())) {
            for (int i = 1; i <= 20; i++) {
                Created created = (Created) client.create(user(i), SETTINGS);
                assertThat(((Found) direct.query(user(i))).id()).isEqualTo(created.id());
                ids.add(created.id());
            }
        }
        assertThat(ids).hasSize(20);
        assertThat(lostRequests).hasValueGreaterThan(5);
        assertThat(lostResponses).hasValueGreaterThan(5);
    }

    @Test
    void noDeleteIsSentTwice() {
        int unknown = 0;
        try (VendorClient client = client(network.address());
                VendorClient direct = client(server.address())) {
            for (int i = 1; i <= 20; i++) {
                assertThat(direct.create(user(i), SETTINGS)).isInstanceOf(Created.class);
                int sent = network.requests("delete").size();
                try {
                    assertThat(client.delete(user(i))).isEqualTo(new Deleted());
                    assertThat(direct.query(user(i))).isEqualTo(new NoSettings());
                } catch (OutcomeUnknownException e) {
                    unknown++;
                }
                assertThat(network.requests("delete")).hasSize(sent + 1);
            }
        }
        assertThat(unknown).isBetween(1, 19);
    }
}
