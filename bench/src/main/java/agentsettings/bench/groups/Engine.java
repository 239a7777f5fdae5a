package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What keeps the databases of services. The service makes its own schema, which is seeded while it is stopped. */
public interface Engine {

    /** Starts a service on a new, seeded database; the name contains no spaces. */
    Server start(String name, Seeds seeds) throws IOException, SQLException;

    /** The folder with the files of the database of the service of this name. */
    Path folder(String name);

    /** Processes that work for every service of this engine. */
    List<Processes> processes();
}
