package agentsettings.bench;

import agentsettings.bench.groups.Embedded;
import agentsettings.bench.groups.EmbeddedEngine;
import agentsettings.bench.groups.Group;
import agentsettings.bench.groups.Memory;
import agentsettings.bench.groups.OnPostgres;
import agentsettings.bench.groups.Peers;
import agentsettings.bench.groups.PostgresEngine;
import agentsettings.bench.groups.Scale;
import agentsettings.bench.groups.Sizes;
import agentsettings.bench.groups.Start;
import agentsettings.bench.groups.Versions;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.results.VersionComparison;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every group by its name, in the order they are measured. */
record Groups(Map<String, Opener> byName) {

    /** The groups that need an older version. */
    static final List<String> OF_VERSIONS = List.of(VersionComparison.EMBEDDED, VersionComparison.ON_POSTGRES);

    /** Starts the servers of a group. */
    @FunctionalInterface
    interface Opener {
        Group open() throws IOException, SQLException;
    }

    /** The groups; those of versions only if there is an older version, whose checkout is given. */
    static Groups of(Workspace workspace, Scale scale, Path before) throws IOException {
        Wrk wrk = new Wrk(workspace.resource("requests.lua"));
        Service current = Service.ofThisVersion(workspace);
        Map<String, Opener> groups = new LinkedHashMap<>();
        if (before != null) {
            Service older = new Service(workspace, before);
            groups.put(VersionComparison.EMBEDDED, () -> embeddedVersions(wrk, scale, older, current));
            groups.put(VersionComparison.ON_POSTGRES, () -> postgresVersions(wrk, scale, older, current));
        }
        groups.put("start", () -> new Start(workspace));
        groups.put("memory", () -> new Memory(workspace, wrk, scale));
        groups.put("embedded", () -> new Embedded(workspace, wrk, scale));
        groups.put("sizes", () -> new Sizes("sizes", wrk, scale, new EmbeddedEngine(current)));
        groups.put("postgres", () -> new OnPostgres(workspace, wrk, scale));
        groups.put(
                "postgres-sizes",
                () -> new Sizes("postgres-sizes", wrk, scale, new PostgresEngine(current, "postgres-sizes")));
        groups.put("peers", () -> new Peers(workspace, wrk, scale));
        return new Groups(groups);
    }

    private static Group embeddedVersions(Wrk wrk, Scale scale, Service before, Service current)
            throws IOException, SQLException {
        before.build();
        return new Versions(
                VersionComparison.EMBEDDED,
                current.workspace(),
                wrk,
                scale,
                new Versions.Engines(new EmbeddedEngine(before), new EmbeddedEngine(current)));
    }

    /** Each version has a PostgreSQL server of its own, so that the vacuuming of the other's tables is not attributed to it. */
    private static Group postgresVersions(Wrk wrk, Scale scale, Service before, Service current)
            throws IOException, SQLException {
        before.build();
        return new Versions(
                VersionComparison.ON_POSTGRES,
                current.workspace(),
                wrk,
                scale,
                new Versions.Engines(
                        new PostgresEngine(before, "postgres-before"), new PostgresEngine(current, "postgres-this")));
    }
}
