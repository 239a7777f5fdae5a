package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.USUAL;

import agentsettings.bench.load.Pgbench;
import agentsettings.bench.load.RawStore;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.Users;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;
import agentsettings.bench.servers.Peer;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service on PostgreSQL, beside pgbench doing the same statements, its own store, and the conventional stack on the same server. */
public final class OnPostgres implements Group {

    private static final int[] OTHER_CONNECTIONS = {1, 16, 256};

    /** Seconds that it takes to come to its pace. */
    private static final int SPRINGS_WARM_UP = 25;

    private final Wrk wrk;
    private final PostgresCluster cluster;
    private final Server service;
    private final Server spring;
    private final RawStore rawStore;
    private final Path pgbenchCreate;
    private final Path pgbenchQuery;
    private final Users any = Users.inOrder(0, USUAL);
    private final Users ofService;
    private final Users toDelete;
    private final Users ofSpring;
    private final Users ofRawStore;
    private final Users ofPgbench;

    /** Starts everything. */
    public OnPostgres(Workplace workplace, Wrk wrk, PostgresCluster cluster, Scale scale)
            throws IOException, SQLException {
        this.wrk = wrk;
        this.cluster = cluster;
        pgbenchCreate = workplace.resource("pgbench-create.sql");
        pgbenchQuery = workplace.resource("pgbench-query.sql");
        ofService = Users.inOrder(USUAL, scale.users(1.5));
        toDelete = Users.inOrder(USUAL, ofService.count());
        ofRawStore = Users.inOrder(USUAL, scale.users(1));
        ofPgbench = Users.inOrder(USUAL, scale.users(0.5));
        ofSpring = Users.inOrder(USUAL, scale.users(0.2) + 200_000);
        plant("service", ofService);
        plant("raw", ofRawStore);
        plant("pgbench", ofPgbench);
        service = Service.onPostgres(workplace, "service-on-postgres", cluster, "service");
        rawStore = RawStore.start(workplace, "raw-store-on-postgres", cluster.url("raw"), cluster.user());
        cluster.create("spring");
        spring = Peer.start(
                workplace,
                "spring",
                Map.of("JDBC_URL", cluster.url("spring"), "JDBC_USER", cluster.user(), "JDBC_PASSWORD", ""));
        new Seeds(USUAL + ofSpring.count(), USUAL).fillPostgres(cluster.url("spring"), cluster.user());
        var _ = ask(spring, Requests.taking("create", ofSpring), CONNECTIONS, SPRINGS_WARM_UP);
        var _ = ask(spring, Requests.forAny("query", any), CONNECTIONS, SPRINGS_WARM_UP);
    }

    private void plant(String database, Users toCreate) throws SQLException {
        cluster.create(database);
        new Seeds(USUAL + toCreate.count(), USUAL).plantPostgres(cluster.url(database), cluster.user());
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(pgbench("create", seconds -> Pgbench.take(cluster, pgbenchCreate, ofPgbench, CONNECTIONS, seconds)));
        cases.add(raw("create", seconds -> rawStore.create(ofRawStore, CONNECTIONS, seconds, processes())));
        cases.add(http("service", "create", service, Requests.taking("create", ofService)));
        cases.add(http("spring", "create", spring, Requests.taking("create", ofSpring)));
        cases.add(pgbench("query", seconds -> Pgbench.run(cluster, pgbenchQuery, any, CONNECTIONS, seconds)));
        cases.add(raw("query", seconds -> rawStore.find(any, CONNECTIONS, seconds, processes())));
        cases.add(http("service", "query", service, Requests.forAny("query", any)));
        cases.add(http("spring", "query", spring, Requests.forAny("query", any)));
        cases.add(http("service", "update", service, Requests.forAny("update", any)));
        cases.add(new Case(
                subject("service", "delete", CONNECTIONS),
                seconds -> ask(service, Requests.taking("delete", toDelete), CONNECTIONS, (seconds + 3) / 4)));
        for (int connections : OTHER_CONNECTIONS) {
            cases.add(http("service", "create", service, Requests.taking("create", ofService), connections));
            cases.add(http("service", "query", service, Requests.forAny("query", any), connections));
        }
        return cases;
    }

    private static Case pgbench(String operation, Case.Measure measure) {
        return new Case(subject("pgbench", operation, CONNECTIONS), measure);
    }

    private static Case raw(String operation, Case.Measure measure) {
        return new Case(subject("raw store", operation, CONNECTIONS), measure);
    }

    private Case http(String target, String operation, Server server, Requests requests) {
        return http(target, operation, server, requests, CONNECTIONS);
    }

    private Case http(String target, String operation, Server server, Requests requests, int connections) {
        return new Case(
                subject(target, operation, connections), seconds -> ask(server, requests, connections, seconds));
    }

    private Figures ask(Server server, Requests requests, int connections, int seconds) throws IOException {
        return wrk.ask(server, requests, connections, seconds, processes());
    }

    private List<Processes> processes() {
        return List.of(cluster.processes());
    }

    private static Subject subject(String target, String operation, int connections) {
        return new Subject("postgres", target, operation, connections, USUAL);
    }

    @Override
    public void close() {
        service.close();
        spring.close();
        rawStore.close();
    }
}
