package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Runs each service on an embedded database of its own. */
public record EmbeddedEngine(Service service) implements Engine {

    @Override
    public Server start(String name, Seeds seeds) throws IOException, SQLException {
        Path data = service.workspace().newFolder(name);
        service.embedded(name + "-schema", data).close();
        seeds.fillEmbedded(data);
        return service.embedded(name, data);
    }

    @Override
    public Path folder(String name) {
        return service.workspace().folder().resolve(name);
    }

    @Override
    public List<Processes> processes() {
        return List.of();
    }
}
