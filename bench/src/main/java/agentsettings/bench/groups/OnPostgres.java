package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.USUAL;

import agentsettings.bench.load.Pgbench;
import agentsettings.bench.load.RawStore;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.servers.Peer;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service on PostgreSQL, its own store, pgbench with the same statements, and the conventional stack, all on one server. */
public final class OnPostgres implements Group {

    private static final int[] OTHER_CONNECTIONS = {1, 16, 256};

    /** Seconds until its speed no longer rises. */
    private static final int SPRING_WARM_UP = 25;

    private final HttpCases http;
    private final PostgresCluster cluster;
    private final Server service;
    private final Server spring;
    private final RawStore rawStore;
    private final Path pgbenchCreate;
    private final Path pgbenchQuery;
    private final UserRange any = UserRange.inOrder(0, USUAL);
    private final UserRange anyScattered = UserRange.scattered(0, USUAL);
    private final UserRange ofService;
    private final UserRange toDelete;
    private final UserRange ofSpring;
    private final UserRange ofRawStore;
    private final UserRange ofPgbench;

    /** Starts the servers. */
    public OnPostgres(Workspace workspace, Wrk wrk, Scale scale) throws IOException, SQLException {
        cluster = PostgresCluster.start(workspace, "postgres");
        http = new HttpCases("postgres", USUAL, wrk, List.of(cluster.processes()));
        pgbenchCreate = workspace.resource("pgbench-create.sql");
        pgbenchQuery = workspace.resource("pgbench-query.sql");
        ofService = UserRange.inOrder(USUAL, scale.users(1.5));
        toDelete = UserRange.inOrder(USUAL, ofService.count());
        ofRawStore = UserRange.inOrder(USUAL, scale.users(1));
        ofPgbench = UserRange.inOrder(USUAL, scale.users(0.5));
        ofSpring = UserRange.inOrder(USUAL, scale.users(0.2) + 200_000);
        create("service", ofService);
        create("raw", ofRawStore);
        create("pgbench", ofPgbench);
        service = Service.ofThisVersion(workspace)
                .onPostgres("service-on-postgres", workspace.newFolder("service-on-postgres"), cluster, "service");
        rawStore = RawStore.start(workspace, "raw-store-on-postgres", cluster.url("raw"), cluster.user());
        cluster.create("spring");
        spring = Peer.start(
                workspace,
                "spring",
                Map.of("JDBC_URL", cluster.url("spring"), "JDBC_USER", cluster.user(), "JDBC_PASSWORD", ""));
        new Seeds(USUAL + ofSpring.count(), USUAL).fillPeer(cluster.url("spring"), cluster.user());
        var _ = http.run(spring, Requests.once("create", ofSpring), CONNECTIONS, SPRING_WARM_UP);
        var _ = http.run(spring, Requests.any("query", any), CONNECTIONS, SPRING_WARM_UP);
    }

    private void create(String database, UserRange toCreate) throws SQLException {
        cluster.create(database);
        new Seeds(USUAL + toCreate.count(), USUAL).createPostgres(cluster.url(database), cluster.user());
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(pgbench("create", seconds -> Pgbench.take(cluster, pgbenchCreate, ofPgbench, CONNECTIONS, seconds)));
        cases.add(raw("create", seconds -> rawStore.create(ofRawStore, CONNECTIONS, seconds, http.others())));
        cases.add(http.of("service", "create", service, Requests.once("create", ofService)));
        cases.add(http.of("spring", "create", spring, Requests.once("create", ofSpring)));
        cases.add(pgbench("query", seconds -> Pgbench.run(cluster, pgbenchQuery, any, CONNECTIONS, seconds)));
        cases.add(raw("query", seconds -> rawStore.find(anyScattered, CONNECTIONS, seconds, http.others())));
        cases.add(http.of("service", "query", service, Requests.any("query", any)));
        cases.add(http.of("spring", "query", spring, Requests.any("query", any)));
        cases.add(http.of("service", "update", service, Requests.any("update", any)));
        cases.add(http.of("service", "token", service, Requests.any("token", any)));
        for (int connections : OTHER_CONNECTIONS) {
            cases.add(http.of("service", "create", service, Requests.once("create", ofService), connections));
            cases.add(http.of("service", "query", service, Requests.any("query", any), connections));
        }
        cases.add(http.delete("service", service, Requests.once("delete", toDelete))); // fewer than were created
        return cases;
    }

    private Case pgbench(String operation, Case.Measure measure) {
        return new Case(http.subject("pgbench", operation, CONNECTIONS), measure);
    }

    private Case raw(String operation, Case.Measure measure) {
        return new Case(http.subject("raw store", operation, CONNECTIONS), measure);
    }
}
