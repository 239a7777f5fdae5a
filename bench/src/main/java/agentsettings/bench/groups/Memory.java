package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.SMALL;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The resident memory of one server after a million creates, measured once. */
public final class Memory implements Group {

    private static final long CREATES = 1_000_000;

    private final HttpCases http;
    private final Server service;
    private final UserRange users;

    /** Starts the server. */
    public Memory(Workspace workspace, Wrk wrk, Scale scale) throws IOException, SQLException {
        http = new HttpCases("memory", SMALL, wrk, List.of());
        users = UserRange.inOrder(SMALL, CREATES + (long) scale.createsASecond() * scale.seconds());
        Path data = workspace.newFolder("memory");
        new Seeds(SMALL + users.count(), SMALL).createEmbedded(data);
        service = Service.ofThisVersion(workspace).embedded("memory", data);
    }

    @Override
    public int rounds(int requested) {
        return 1;
    }

    @Override
    public boolean warmsUp() {
        return false;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case(http.subject("service", "a million creates", 0), this::create),
                resident("MB resident after a million creates", "VmRSS"),
                resident("MB of it in files then", "RssFile"),
                resident("MB resident at most", "VmHWM"));
    }

    private Figures create(int seconds) throws IOException {
        Figures all = Figures.ofCount(0, 0);
        while (users.taken() < CREATES) {
            all = all.plus(http.run(service, Requests.once("create", users), CONNECTIONS, seconds));
        }
        return all;
    }

    private Case resident(String operation, String name) {
        return new Case(http.subject("service", operation, 0), seconds -> Start.resident(service, name));
    }
}
