package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.SMALL;

import agentsettings.bench.load.Conversation;
import agentsettings.bench.load.Samples;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.Users;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.servers.Peer;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service on its embedded database, beside stand-ins that people use for such an interface. Neither of them keeps what it answered. */
public final class Peers implements Group {

    /** json-server gets slower with each record that it keeps. */
    private static final int FEW = 100;

    /** Seconds that WireMock takes to come to its pace. */
    private static final int WARM_UP = 20;

    private final HttpCases http;
    private final HttpCases httpOfFew;
    private final Server service;
    private final Server wiremock;
    private final Server jsonServer;
    private final Users any = Users.inOrder(0, SMALL);
    private final Users few = Users.inOrder(0, FEW);
    private final Users ofService;
    private final Users ofWiremock;
    private final Users ofJsonServer;

    /** Starts everything. */
    public Peers(Workplace workplace, Wrk wrk, Scale scale) throws IOException, SQLException {
        http = new HttpCases("peers", SMALL, wrk, List.of());
        httpOfFew = new HttpCases("peers", FEW, wrk, List.of());
        Path data = workplace.newFolder("beside-peers");
        ofService = Users.inOrder(SMALL, scale.users(1));
        ofWiremock = Users.inOrder(SMALL, scale.users(2) + 2_000_000);
        ofJsonServer = Users.inOrder(SMALL, scale.users(1));
        new Seeds(SMALL + ofService.count(), SMALL).plantEmbedded(data);
        service = Service.ofThisVersion(workplace).embedded("service-beside-peers", data);
        wiremock = Peer.start(workplace, "wiremock", Map.of());
        jsonServer = Peer.start(workplace, "json-server", Map.of());
        createFewIn(jsonServer);
        var _ = http.ask(wiremock, Requests.taking("create", ofWiremock), CONNECTIONS, WARM_UP);
        var _ = http.ask(wiremock, Requests.forAny("query", any), CONNECTIONS, WARM_UP);
    }

    private void createFewIn(Server jsonServer) throws IOException {
        try (Conversation conversation = new Conversation(jsonServer.uri())) {
            for (long user = 0; user < FEW; user++) {
                if (conversation.send("/agentsettings", Samples.body(few.at(user))) != 201) {
                    throw new IOException("json-server doesn't create: " + conversation.answer());
                }
            }
        }
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(http.of("service", "create", service, Requests.taking("create", ofService)));
        cases.add(http.of("wiremock", "create", wiremock, Requests.taking("create", ofWiremock)));
        cases.add(
                httpOfFew.of("json-server", "create", jsonServer, Requests.taking("json-server create", ofJsonServer)));
        cases.add(http.of("service", "query", service, Requests.forAny("query", any)));
        cases.add(http.of("wiremock", "query", wiremock, Requests.forAny("query", any)));
        cases.add(httpOfFew.of("json-server", "query", jsonServer, Requests.forAny("json-server query", few)));
        return cases;
    }
}
