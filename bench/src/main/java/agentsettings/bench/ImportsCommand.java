package agentsettings.bench;

import agentsettings.bench.imports.ImportLoad;
import agentsettings.bench.load.PacedLoad;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures imports of settings on both engines: rows a second, memory, and what other callers notice of them. */
@Command(
        name = "imports",
        mixinStandardHelpOptions = true,
        description = "Measures imports of settings on both engines, alone and with creates at a constant rate.")
final class ImportsCommand implements Callable<Integer> {

    private static final int CONNECTIONS = 64;

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows of a file (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--rates",
            split = ",",
            arity = "1..2",
            defaultValue = "8000,3000",
            description =
                    "Creates a second during an import, on the embedded database and on PostgreSQL; half of what each"
                            + " can do here (default: ${DEFAULT-VALUE}).")
    private double[] rates;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "Duration of each load of creates (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws IOException, SQLException {
        Path home = Path.of(System.getProperty("bench.home"));
        try (Workspace workspace = Workspace.in(home, Path.of(System.getProperty("java.io.tmpdir")))) {
            Service service = Service.ofThisVersion(workspace);
            service.build();
            Seeds seeds = new Seeds(rows + 3 * (long) (Math.max(rates[0], rates[1]) * seconds), 0);
            Path folder = workspace.newFolder("embedded");
            seeds.createEmbedded(folder);
            try (Server server = service.embedded("embedded", folder)) {
                measure("embedded", rates[0], server, workspace);
            }
            PostgresCluster postgres = PostgresCluster.start(workspace, "postgres");
            postgres.create("imports");
            seeds.createPostgres(postgres.url("imports"), postgres.user());
            try (Server server =
                    service.onPostgres("on-postgres", workspace.newFolder("on-postgres"), postgres, "imports")) {
                measure("PostgreSQL", rates[1], server, workspace);
            }
        }
        return 0;
    }

    private void measure(String engine, double rate, Server server, Workspace workspace) throws IOException {
        Path file = workspace.folder().resolve(engine + ".csv");
        UserRange others = UserRange.scattered(rows, 3 * (long) (rate * seconds));
        try (ImportLoad imports = new ImportLoad(server)) {
            ImportLoad.write(file, rows, "direct");
            ImportLoad.Progress first = imports.await(imports.begin(file));
            System.out.printf(
                    "%s: %,d rows applied, %,d a second; %,d MB resident at most%n",
                    engine,
                    first.rowsApplied(),
                    first.rowsPerSecond(),
                    server.processes().statusMegabytes("VmHWM"));
            PacedLoad.create(server, others, rate, CONNECTIONS, seconds); // warms up
            Figures before = PacedLoad.create(server, others, rate, CONNECTIONS, seconds);
            ImportLoad.write(file, rows, "passThrough");
            String path = imports.begin(file);
            Figures during = PacedLoad.create(server, others, rate, CONNECTIONS, seconds);
            ImportLoad.Progress meanwhile = imports.progress(path);
            print(engine + ", creates", before);
            print(engine + ", creates during an import", during);
            System.out.printf("%s: %s, %,d rows meanwhile%n", engine, meanwhile.state(), meanwhile.rowsRead());
            imports.await(path);
        }
    }

    private static void print(String what, Figures figures) {
        System.out.printf(
                "%s: %,d, %d failures; p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms%n",
                what, figures.count(), figures.failures(), figures.p50(), figures.p99(), figures.p999());
    }
}
