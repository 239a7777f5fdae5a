package agentsettings.acceptance.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Plays the steps of one scenario, over one connection for as long as the server keeps it. */
final class ScenarioPlayer {
    private static final String FRESH = "fresh";
    private static final AtomicLong LAST_FRESH = new AtomicLong(System.currentTimeMillis() * 1000);

    private final Scenario scenario;
    private final URI base;
    private final Variables variables;
    private final CorpusRefresh refresh;
    private RawHttp connection;
    private boolean prepared;

    ScenarioPlayer(Scenario scenario, CorpusTarget target, CorpusRefresh refresh) {
        this.scenario = scenario;
        this.base = target.base();
        this.variables = target.variables().copy();
        this.refresh = refresh;
        variables.put(FRESH, "fresh" + Long.toString(LAST_FRESH.incrementAndGet(), Character.MAX_RADIX));
    }

    /** Plays a step; after one that fails, the next gets a new connection. */
    void play(Step step) throws IOException {
        boolean stays = false;
        try {
            prepareOnce();
            byte[] request = LiteralRequest.bytes(step.request(), variables, base);
            RawResponse response = exchange(request);
            judge(step, request, response);
            if (step.endsConnection()) {
                assertThat(connection.closedByPeer())
                        .as("the server closes the connection")
                        .isTrue();
            }
            stays = !step.endsConnection() && !response.endsConnection() && !step.equals(scenario.lastStep());
        } finally {
            if (!stays) {
                disconnect();
            }
        }
    }

    private void judge(Step step, byte[] request, RawResponse response) {
        if (refresh.wants(step, response, variables)) {
            refresh.rewrite(scenario.file(), step.response(), response, variables);
        } else {
            new ResponseCheck(variables).check(step.response(), response, scenario.nameOf(step), request);
        }
    }

    private void prepareOnce() throws IOException {
        if (prepared) {
            return;
        }
        prepared = true;
        for (String user : scenario.usersWithoutSettings()) {
            Step.Request delete = new Step.Request(
                    "POST /apiaccess/CC-Management/v1/openapp/agentsettings/delete HTTP/1.1",
                    List.of("X-APP-Key: {appKey}", "Content-Type: application/json"),
                    "{\"userId\":\"" + user + "\"}");
            String response =
                    exchange(LiteralRequest.bytes(delete, variables, base)).text();
            assertThat(response).as("deleting the settings of " + user).containsPattern("\"returnCode\":\"(0|5003)\"");
        }
    }

    private RawResponse exchange(byte[] request) throws IOException {
        if (connection == null) {
            connection = RawHttp.connect(base);
        }
        try {
            connection.send(request);
            RawResponse response = connection.read();
            return response.status() == 100 ? connection.read() : response;
        } catch (IOException e) {
            disconnect();
            throw new IOException("no answer to:\n" + new String(request, UTF_8), e);
        }
    }

    private void disconnect() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
