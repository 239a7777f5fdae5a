package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.SMALL;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.Users;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Subject;
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

/** The service on its embedded database, beside stand-ins that people use for such an interface. None of them keeps what it answered. */
public final class Peers implements Group {

    /** A stand-in gets slower with each record it keeps, so that it is asked for few. */
    private static final int QUERIED = 100;

    private final Wrk wrk;
    private final Server service;
    private final Server wiremock;
    private final Server jsonServer;
    private final Users known = Users.inOrder(0, QUERIED);
    private final Users ofService;
    private final Users ofWiremock;
    private final Users ofJsonServer;

    /** Starts everything. */
    public Peers(Workplace workplace, Wrk wrk, Scale scale) throws IOException, SQLException {
        this.wrk = wrk;
        Path data = workplace.newFolder("beside-peers");
        ofService = Users.inOrder(SMALL, scale.users(1));
        ofWiremock = Users.inOrder(SMALL, scale.users(1));
        ofJsonServer = Users.inOrder(SMALL, scale.users(1));
        new Seeds(SMALL + ofService.count(), SMALL).plantEmbedded(data);
        service = Service.embedded(workplace, "service-beside-peers", data);
        wiremock = Peer.start(workplace, "wiremock", Map.of());
        jsonServer = Peer.start(workplace, "json-server", Map.of());
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(http("service", "create", service, Requests.taking("create", ofService)));
        cases.add(http("wiremock", "create", wiremock, Requests.taking("create", ofWiremock)));
        cases.add(http("json-server", "create", jsonServer, Requests.taking("json-server create", ofJsonServer)));
        cases.add(http("service", "query", service, Requests.forAny("query", known)));
        cases.add(http("wiremock", "query", wiremock, Requests.forAny("query", known)));
        cases.add(http("json-server", "query", jsonServer, Requests.forAny("json-server query", known)));
        return cases;
    }

    private Case http(String target, String operation, Server server, Requests requests) {
        return new Case(
                new Subject("peers", target, operation, CONNECTIONS, SMALL),
                seconds -> wrk.ask(server, requests, CONNECTIONS, seconds));
    }

    @Override
    public void close() {
        service.close();
        wiremock.close();
        jsonServer.close();
    }
}
