package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.SMALL;

import agentsettings.bench.load.Conversation;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** From the launcher's fork to the first query answered with 200, and the memory that is resident then. */
public final class Start implements Group {

    private static final int ROUNDS_MIN = 10;
    private static final byte[] QUERY = "{\"userId\":\"10gg0000000000000042\"}".getBytes(StandardCharsets.US_ASCII);

    private final Workplace workplace;
    private final Path data;
    private int starts;
    private Server service;

    /** Makes the database that it is started on. */
    public Start(Workplace workplace) throws IOException, SQLException {
        this.workplace = workplace;
        data = workplace.newFolder("start");
        new Seeds(SMALL, SMALL).plantEmbedded(data);
    }

    @Override
    public int rounds(int asked) {
        return Math.max(asked, ROUNDS_MIN);
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
        service = Service.ofThisVersion(workplace).embedded("start-" + starts++, data);
        try (Conversation conversation = new Conversation(service.uri())) {
            if (conversation.post("query", QUERY) != 200) {
                throw new IOException("the first query failed: " + conversation.answer());
            }
        }
        return Figures.counted(1, (System.nanoTime() - began) / 1e9)
                .withCpu(service.processes().cpuMicros());
    }

    static Figures resident(Server service, String name) {
        return Figures.counted(service.processes().statusMegabytes(name), Double.NaN);
    }

    private Figures stop() {
        long began = System.nanoTime();
        service.close();
        return Figures.counted(1, (System.nanoTime() - began) / 1e9);
    }

    private static Subject subject(String operation) {
        return new Subject("start", "service", operation, 0, SMALL);
    }
}
