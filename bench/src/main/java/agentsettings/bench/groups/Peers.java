package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.SMALL;

import agentsettings.bench.load.KeepAliveConnection;
import agentsettings.bench.load.Samples;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.servers.Peer;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service on its embedded database, and two stubs that people use for such an interface. Neither stub is durable. */
public final class Peers implements Group {

    /** json-server gets slower with each stored record. */
    private static final int FEW = 100;

    /** Seconds until WireMock's speed no longer rises. */
    private static final int WARM_UP = 20;

    private final HttpCases http;
    private final HttpCases httpOfFew;
    private final Server service;
    private final Server wiremock;
    private final Server jsonServer;
    private final UserRange any = UserRange.inOrder(0, SMALL);
    private final UserRange few = UserRange.inOrder(0, FEW);
    private final UserRange ofService;
    private final UserRange ofWiremock;
    private final UserRange ofJsonServer;

    /** Starts the servers. */
    public Peers(Workspace workspace, Wrk wrk, Scale scale) throws IOException, SQLException {
        http = new HttpCases("peers", SMALL, wrk, List.of());
        httpOfFew = new HttpCases("peers", FEW, wrk, List.of());
        Path data = workspace.newFolder("beside-peers");
        ofService = UserRange.inOrder(SMALL, scale.users(1));
        ofWiremock = UserRange.inOrder(SMALL, scale.users(2) + 2_000_000);
        ofJsonServer = UserRange.inOrder(SMALL, scale.users(1));
        new Seeds(SMALL + ofService.count(), SMALL).createEmbedded(data);
        service = Service.ofThisVersion(workspace).embedded("service-beside-peers", data);
        wiremock = Peer.start(workspace, "wiremock", Map.of());
        jsonServer = Peer.start(workspace, "json-server", Map.of());
        createFewIn(jsonServer);
        var _ = http.run(wiremock, Requests.once("create", ofWiremock), CONNECTIONS, WARM_UP);
        var _ = http.run(wiremock, Requests.any("query", any), CONNECTIONS, WARM_UP);
    }

    private void createFewIn(Server jsonServer) throws IOException {
        try (KeepAliveConnection connection = new KeepAliveConnection(jsonServer.uri())) {
            for (long user = 0; user < FEW; user++) {
                if (connection.send("/agentsettings", Samples.body(few.at(user))) != 201) {
                    throw new IOException("json-server: create failed: " + connection.body());
                }
            }
        }
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(http.of("service", "create", service, Requests.once("create", ofService)));
        cases.add(http.of("wiremock", "create", wiremock, Requests.once("create", ofWiremock)));
        cases.add(httpOfFew.of("json-server", "create", jsonServer, Requests.once("json-server create", ofJsonServer)));
        cases.add(http.of("service", "query", service, Requests.any("query", any)));
        cases.add(http.of("wiremock", "query", wiremock, Requests.any("query", any)));
        cases.add(httpOfFew.of("json-server", "query", jsonServer, Requests.any("json-server query", few)));
        return cases;
    }
}
