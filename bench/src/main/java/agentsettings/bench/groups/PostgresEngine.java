package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Services each on a database of its own of one PostgreSQL server. */
public record PostgresEngine(Workplace workplace, PostgresCluster cluster) implements Sizes.Engine {

    /** Starts the server. */
    public PostgresEngine(Workplace workplace) throws IOException {
        this(workplace, PostgresCluster.start(workplace, "postgres-sizes"));
    }

    @Override
    public Server start(String name, Seeds seeds) throws IOException, SQLException {
        String database = name.replace('-', '_');
        cluster.create(database);
        seeds.plantPostgres(cluster.url(database), cluster.user());
        return Service.onPostgres(workplace, name, cluster, database);
    }

    @Override
    public List<Processes> processes() {
        return List.of(cluster.processes());
    }
}
