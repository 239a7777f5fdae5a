package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.USUAL;

import agentsettings.bench.load.Pgbench;
import agentsettings.bench.load.RawStore;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.Users;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.servers.Peer;
import agentsettings.bench.servers.PostgresCluster;
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

    private final HttpCases http;
    private final PostgresCluster cluster;
    private final Server service;
    private final Server spring;
    private final RawStore rawStore;
    private final Path pgbenchCreate;
    private final Path pgbenchQuery;
    private final Users any = Users.inOrder(0, USUAL);
    private final Users anyScattered = Users.scattered(0, USUAL);
    private final Users ofService;
    private final Users toDelete;
    private final Users ofSpring;
    private final Users ofRawStore;
    private final Users ofPgbench;

    /** Starts everything. */
    public OnPostgres(Workplace workplace, Wrk wrk, Scale scale) throws IOException, SQLException {
        cluster = PostgresCluster.start(workplace, "postgres");
        http = new HttpCases("postgres", USUAL, wrk, List.of(cluster.processes()));
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
        service = Service.ofThisVersion(workplace)
                .onPostgres("service-on-postgres", workplace.newFolder("service-on-postgres"), cluster, "service");
        rawStore = RawStore.start(workplace, "raw-store-on-postgres", cluster.url("raw"), cluster.user());
        cluster.create("spring");
        spring = Peer.start(
                workplace,
                "spring",
                Map.of("JDBC_URL", cluster.url("spring"), "JDBC_USER", cluster.user(), "JDBC_PASSWORD", ""));
        new Seeds(USUAL + ofSpring.count(), USUAL).fillPostgres(cluster.url("spring"), cluster.user());
        var _ = http.ask(spring, Requests.taking("create", ofSpring), CONNECTIONS, SPRINGS_WARM_UP);
        var _ = http.ask(spring, Requests.forAny("query", any), CONNECTIONS, SPRINGS_WARM_UP);
    }

    private void plant(String database, Users toCreate) throws SQLException {
        cluster.create(database);
        new Seeds(USUAL + toCreate.count(), USUAL).plantPostgres(cluster.url(database), cluster.user());
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(pgbench("create", seconds -> Pgbench.take(cluster, pgbenchCreate, ofPgbench, CONNECTIONS, seconds)));
        cases.add(raw("create", seconds -> rawStore.create(ofRawStore, CONNECTIONS, seconds, http.others())));
        cases.add(http.of("service", "create", service, Requests.taking("create", ofService)));
        cases.add(http.of("spring", "create", spring, Requests.taking("create", ofSpring)));
        cases.add(pgbench("query", seconds -> Pgbench.run(cluster, pgbenchQuery, any, CONNECTIONS, seconds)));
        cases.add(raw("query", seconds -> rawStore.find(anyScattered, CONNECTIONS, seconds, http.others())));
        cases.add(http.of("service", "query", service, Requests.forAny("query", any)));
        cases.add(http.of("spring", "query", spring, Requests.forAny("query", any)));
        cases.add(http.of("service", "update", service, Requests.forAny("update", any)));
        cases.add(http.of("service", "token", service, Requests.forAny("token", any)));
        cases.add(http.delete("service", service, Requests.taking("delete", toDelete)));
        for (int connections : OTHER_CONNECTIONS) {
            cases.add(http.of("service", "create", service, Requests.taking("create", ofService), connections));
            cases.add(http.of("service", "query", service, Requests.forAny("query", any), connections));
        }
        return cases;
    }

    private Case pgbench(String operation, Case.Measure measure) {
        return new Case(http.subject("pgbench", operation, CONNECTIONS), measure);
    }

    private Case raw(String operation, Case.Measure measure) {
        return new Case(http.subject("raw store", operation, CONNECTIONS), measure);
    }
}
