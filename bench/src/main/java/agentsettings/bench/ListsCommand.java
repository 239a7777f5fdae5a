package agentsettings.bench;

import agentsettings.bench.load.Samples;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.servers.PostgresCluster;
import agentsettings.bench.servers.Workspace;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.store.Store;
import agentsettings.storage.Database;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures lists, searches, summaries and histories on both engines, without HTTP. */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = "Measures lists, searches, summaries and histories on both engines, in milliseconds.")
final class ListsCommand implements Callable<Integer> {

    private static final int CHANGES = 2_000;

    @Option(
            names = "--users",
            split = ",",
            defaultValue = "100000,1000000",
            description = "Numbers of users (default: ${DEFAULT-VALUE}).")
    private List<Long> sizes;

    @Override
    public Integer call() throws IOException, SQLException {
        Path home = Path.of(System.getProperty("bench.home"));
        try (Workspace workspace = Workspace.in(home, Path.of(System.getProperty("java.io.tmpdir")))) {
            PostgresCluster postgres = PostgresCluster.start(workspace, "postgres");
            for (long users : sizes) {
                Seeds seeds = new Seeds(users, users * 9 / 10);
                embedded(workspace.newFolder("embedded-" + users), seeds);
                postgres(postgres, "lists" + users, seeds);
            }
        }
        return 0;
    }

    private static void embedded(Path folder, Seeds seeds) throws IOException, SQLException {
        seeds.createEmbedded(folder);
        spreadNumbers("jdbc:sqlite:" + folder.resolve("agentsettings.db"), "", seeds);
        Workspace.readAll(folder);
        try (Database database = SqliteDatabase.openExclusive(new DataFolder(folder))) {
            measure("embedded", database, seeds);
        }
    }

    private static void postgres(PostgresCluster cluster, String name, Seeds seeds) throws SQLException {
        cluster.create(name);
        seeds.createPostgres(cluster.url(name), cluster.user());
        spreadNumbers(cluster.url(name), cluster.user(), seeds);
        PostgresServer server = new PostgresServer(cluster.url(name), cluster.user(), "");
        try (Database database = new PostgresDatabase(server, 1)) {
            measure("PostgreSQL", database, seeds);
        }
    }

    /** Gives users display numbers that all, few and hardly any others have. */
    private static void spreadNumbers(String url, String user, Seeds seeds) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE agent_settings SET display_numbers = '12323,' || (id % 997 + 10000) || ',' || (id % "
                            + seeds.users() / 10 + " + 100000)");
        }
    }

    private static void measure(String engine, Database database, Seeds seeds) {
        try (Store store =
                database.openStore(InstantSource.system(), new BatchLimits(CHANGES, CHANGES), Runnable::run)) {
            for (int i = 0; i < CHANGES; i++) {
                store.write(new EditSettings(Samples.CALLER, ListTimes.USER, change(i), Condition.NONE))
                        .toCompletableFuture()
                        .join();
            }
            System.out.printf("%n%s, %,d users%n%n", engine, seeds.users());
            new ListTimes(database).print();
        }
    }

    private static EditSettings.Put change(int number) {
        CallType callType = number % 2 == 0 ? CallType.DIRECT : CallType.BIDIRECTIONAL;
        return new EditSettings.Put(
                new OutboundSettings(callType, Samples.SETTINGS.displayNumbers(), List.of(), null, null));
    }
}
