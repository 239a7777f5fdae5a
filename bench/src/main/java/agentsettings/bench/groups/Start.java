package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.SMALL;

import agentsettings.bench.load.KeepAliveConnection;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The time from the launcher's start to the first query answered with 200, and the resident memory then. */
public final class Start implements Group {

    private static final int ROUNDS_MIN = 10;
    private static final byte[] QUERY = "{\"userId\":\"10gg0000000000000042\"}".getBytes(StandardCharsets.US_ASCII);

    private final Workspace workspace;
    private final Path data;
    private int starts;
    private Server service;

    /** Creates the database that the service is started on. */
    public Start(Workspace workspace) throws IOException, SQLException {
        this.workspace = workspace;
        data = workspace.newFolder("start");
        new Seeds(SMALL, SMALL).createEmbedded(data);
    }

    @Override
    public int rounds(int requested) {
        return Math.max(requested, ROUNDS_MIN);
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case(subject("first 200"), seconds -> start()),
                new Case(subject("MB resident after start"), seconds -> resident(service, "VmRSS")),
                new Case(subject("MB of it in files"), seconds -> resident(service, "RssFile")),
                new Case(subject("stop"), seconds -> stop()));
    }

    private Figures start() throws IOException {
        long began = System.nanoTime();
        service = Service.ofThisVersion(workspace).embedded("start-" + starts++, data);
        try (KeepAliveConnection connection = new KeepAliveConnection(service.uri())) {
            if (connection.post("query", QUERY) != 200) {
                throw new IOException("the first query failed: " + connection.body());
            }
        }
        return Figures.ofCount(1, (System.nanoTime() - began) / 1e9)
                .withCpu(service.processes().cpuMicros());
    }

    static Figures resident(Server service, String name) {
        return Figures.ofCount(service.processes().statusMegabytes(name), Double.NaN);
    }

    private Figures stop() {
        long began = System.nanoTime();
        service.close();
        return Figures.ofCount(1, (System.nanoTime() - began) / 1e9);
    }

    private static Subject subject(String operation) {
        return new Subject("start", "service", operation, 0, SMALL);
    }
}
