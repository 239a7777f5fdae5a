package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Services each on an embedded database of its own. */
public record EmbeddedEngine(Workplace workplace) implements Sizes.Engine {

    @Override
    public Server start(String name, Seeds seeds) throws IOException, SQLException {
        Path data = workplace.newFolder(name);
        seeds.plantEmbedded(data);
        return Service.embedded(workplace, name, data);
    }

    @Override
    public Path folder(String name) {
        return workplace.folder().resolve(name);
    }

    @Override
    public List<Processes> processes() {
        return List.of();
    }
}
