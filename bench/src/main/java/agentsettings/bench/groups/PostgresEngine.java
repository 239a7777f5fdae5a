package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Runs each service on a database of its own, all in one PostgreSQL server. */
public record PostgresEngine(Service service, String clusterName, PostgresCluster cluster) implements Engine {

    /** Starts the PostgreSQL server. */
    public PostgresEngine(Service service, String clusterName) throws IOException {
        this(service, clusterName, PostgresCluster.start(service.workspace(), clusterName, service.prefix()));
    }

    @Override
    public Server start(String name, Seeds seeds) throws IOException, SQLException {
        Path data = service.workspace().newFolder(name);
        String database = name.replace('-', '_');
        cluster.create(database);
        service.onPostgres(name + "-schema", data, cluster, database).close();
        seeds.fillPostgres(cluster.url(database), cluster.user());
        return service.onPostgres(name, data, cluster, database);
    }

    /** The PostgreSQL server's, with all databases. */
    @Override
    public Path folder(String name) {
        return service.workspace().folder().resolve(clusterName);
    }

    @Override
    public List<Processes> processes() {
        return List.of(cluster.processes());
    }
}
