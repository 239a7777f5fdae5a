package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Services each on a database of its own of one PostgreSQL server. */
public record PostgresEngine(Workplace workplace, PostgresCluster cluster) implements Sizes.Engine {

    private static final String CLUSTER = "postgres-sizes";

    /** Starts the server. */
    public PostgresEngine(Workplace workplace) throws IOException {
        this(workplace, PostgresCluster.start(workplace, CLUSTER));
    }

    @Override
    public Server start(String name, Seeds seeds) throws IOException, SQLException {
        String database = name.replace('-', '_');
        cluster.create(database);
        seeds.plantPostgres(cluster.url(database), cluster.user());
        return Service.onPostgres(workplace, name, cluster, database);
    }

    /** The server's, with all databases. */
    @Override
    public Path folder(String name) {
        return workplace.folder().resolve(CLUSTER);
    }

    @Override
    public List<Processes> processes() {
        return List.of(cluster.processes());
    }
}
