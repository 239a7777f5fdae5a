package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.USUAL;

import agentsettings.bench.load.Fsyncs;
import agentsettings.bench.load.KeepAliveConnection;
import agentsettings.bench.load.RawStore;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.servers.FixedResponse;
import agentsettings.bench.servers.Nginx;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service on its embedded database, and what limits it: nginx, its own HTTP server, its own store, the disk. */
public final class Embedded implements Group {

    private static final int[] OTHER_CONNECTIONS = {1, 16, 256};

    /** Queries run on the caller's thread, so more callers than processors would only wait. */
    private static final int CALLERS = Runtime.getRuntime().availableProcessors();

    private final HttpCases http;
    private final Server nginx;
    private final Server fixed;
    private final Server service;
    private final RawStore rawStore;
    private final Path syncs;
    private final UserRange any = UserRange.inOrder(0, USUAL);
    private final UserRange anyScattered = UserRange.scattered(0, USUAL);
    private final UserRange inOrder;
    private final UserRange scattered;
    private final UserRange toDelete;
    private final UserRange rawInOrder;
    private final UserRange rawScattered;

    /** Starts the servers. */
    public Embedded(Workspace workspace, Wrk wrk, Scale scale) throws IOException, SQLException {
        http = new HttpCases("embedded", USUAL, wrk, List.of());
        long ordered = scale.users(4);
        long others = scale.users(1);
        inOrder = UserRange.inOrder(USUAL, ordered);
        toDelete = UserRange.inOrder(USUAL, ordered);
        scattered = UserRange.scattered(USUAL + ordered, others);
        rawInOrder = UserRange.inOrder(USUAL, ordered);
        rawScattered = UserRange.scattered(USUAL + ordered, others);
        Seeds seeds = new Seeds(USUAL + ordered + others, USUAL);
        Path data = workspace.newFolder("embedded");
        seeds.createEmbedded(data);
        service = Service.ofThisVersion(workspace).embedded("service", data);
        Path rawData = workspace.newFolder("raw");
        seeds.createEmbedded(rawData);
        rawStore = RawStore.start(workspace, "raw-store", rawData.toString());
        nginx = Nginx.start(workspace);
        fixed = FixedResponse.start(workspace);
        syncs = workspace.folder().resolve("syncs");
    }

    /** Cases that are compared with each other are neighbours, because the machine's speed changes. */
    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                http.subject("disk", "fdatasync of 4 KiB", 0), seconds -> Fsyncs.count(syncs, (seconds + 3) / 4)));
        cases.add(raw("scattered create", seconds -> rawStore.create(rawScattered, CONNECTIONS, seconds, List.of())));
        cases.add(new Case(
                http.subject("raw store", "query", CALLERS),
                seconds -> rawStore.find(anyScattered, CALLERS, seconds, List.of())));
        cases.add(http.of("same HTTP server", "fixed", fixed, Requests.any("fixed", any)));
        cases.add(raw("create", seconds -> rawStore.create(rawInOrder, CONNECTIONS, seconds, List.of())));
        cases.add(http.of("service", "create", service, Requests.once("create", inOrder)));
        cases.add(http.of("nginx", "fixed", nginx, Requests.any("fixed", any)));
        cases.add(http.of("service", "query", service, Requests.any("query", any)));
        cases.add(http.of("service", "update", service, Requests.any("update", any)));
        cases.add(http.of("service", "scattered create", service, Requests.once("create", scattered)));
        cases.add(http.of("service", "queries and 5 % updates", service, Requests.any("mixed", any)));
        cases.add(http.of("service", "token", service, Requests.any("token", any)));
        cases.add(byToken("create", inOrder, false));
        cases.add(byToken("query", any, true));
        for (int connections : OTHER_CONNECTIONS) {
            cases.add(http.of("nginx", "fixed", nginx, Requests.any("fixed", any), connections));
            cases.add(http.of("service", "create", service, Requests.once("create", inOrder), connections));
            cases.add(http.of("service", "query", service, Requests.any("query", any), connections));
        }
        cases.add(http.delete("service", service, Requests.once("delete", toDelete))); // fewer than were created
        return cases;
    }

    private Case raw(String operation, Case.Measure measure) {
        return new Case(http.subject("raw store", operation, CONNECTIONS), measure);
    }

    /** Tokens expire, so each round gets a new one. */
    private Case byToken(String operation, UserRange users, boolean any) {
        return new Case(
                http.subject("service", operation + " by token", CONNECTIONS),
                seconds ->
                        http.run(service, new Requests(operation, users, any, token(service)), CONNECTIONS, seconds));
    }

    private static String token(Server service) throws IOException {
        byte[] body = "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}"
                .getBytes(StandardCharsets.US_ASCII);
        try (KeepAliveConnection connection = new KeepAliveConnection(service.uri())) {
            if (connection.send("/apigovernance/api/oauth/tokenByAkSk", body) != 200) {
                throw new IOException("no token: " + connection.body());
            }
            return connection.body().replaceAll(".*\"AccessToken\":\"([^\"]*)\".*", "$1");
        }
    }
}
