package agentsettings.bench.groups;

import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.VersionComparison;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * This version and an older one, each on a database of its own with the same seeds. Each operation is measured on both, one directly
 * after the other, in an order that changes from round to round.
 */
public final class Versions implements Group {

    private final Workspace workspace;
    private final Version before;
    private final Version current;

    /** The engines that run the two versions. */
    public record Engines(Engine before, Engine current) {}

    /** A running version, its users with settings and those to create settings for. */
    private record Version(HttpCases http, String name, Server service, UserRange any, UserRange toCreate) {

        Case of(String operation) {
            Requests requests =
                    operation.equals("create") ? Requests.once(operation, toCreate) : Requests.any(operation, any);
            return http.of(name, operation, service, requests);
        }
    }

    /** Starts both versions. */
    public Versions(String group, Workspace workspace, Wrk wrk, Scale scale, Engines engines)
            throws IOException, SQLException {
        this.workspace = workspace;
        this.before = start(group, VersionComparison.BEFORE, wrk, scale, engines.before);
        this.current = start(group, VersionComparison.CURRENT, wrk, scale, engines.current);
    }

    private static Version start(String group, String name, Wrk wrk, Scale scale, Engine engine)
            throws IOException, SQLException {
        long toCreate = scale.users(1);
        return new Version(
                new HttpCases(group, Scale.USUAL, wrk, engine.processes()),
                name,
                engine.start(group + "-" + name, new Seeds(Scale.USUAL + toCreate, Scale.USUAL)),
                UserRange.inOrder(0, Scale.USUAL),
                UserRange.inOrder(Scale.USUAL, toCreate));
    }

    @Override
    public List<Case> cases() {
        return cases(1);
    }

    /** The version that is measured first changes with each operation and each round. */
    @Override
    public List<Case> cases(int round) {
        List<Case> cases = new ArrayList<>();
        boolean currentFirst = round % 2 == 0;
        for (String operation : VersionComparison.OPERATIONS) {
            Stream.of(currentFirst ? current : before, currentFirst ? before : current)
                    .map(version -> afterSettling(version.of(operation)))
                    .forEach(cases::add);
            currentFirst = !currentFirst;
        }
        return cases;
    }

    /** Flushes the disk first; otherwise what one version has left to write would disturb the other. */
    private Case afterSettling(Case measured) {
        return new Case(measured.subject(), seconds -> {
            workspace.settle();
            return measured.measure().during(seconds);
        });
    }
}
