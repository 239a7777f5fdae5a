package agentsettings.bench.load;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.storage.Database;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * A load on the store without HTTP, in a process of its own. Each line on standard input is a command, which is answered by a line of
 * figures on standard output.
 */
final class StoreLoop {

    private static final BatchLimits LIMITS = new BatchLimits(16_384, 256);
    private static final int LANES = 2;

    /** Opens the embedded store of a folder, or the one of a PostgreSQL URL and user, and executes commands until the input ends. */
    public static void main(String[] arguments) throws IOException {
        try (Database database = arguments.length == 1
                        ? SqliteDatabase.openExclusive(new DataFolder(Path.of(arguments[0])))
                        : new PostgresDatabase(new PostgresServer(arguments[0], arguments[1], ""), LANES);
                Store store = database.openStore(InstantSource.system(), LIMITS, Runnable::run);
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println("ready");
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                System.out.println(execute(store, command.split(" ")));
            }
        }
    }

    /** Executes OPERATION FIRST COUNT STRIDE TAKEN CALLERS SECONDS. */
    private static String execute(Store store, String[] command) {
        long[] number = new long[command.length];
        for (int i = 1; i < command.length; i++) {
            number[i] = Long.parseLong(command[i]);
        }
        ClosedLoop.Request request = index -> {
            long user = number[1] + Math.floorMod(index * number[3], number[2]);
            return command[0].equals("create") ? create(store, user) : find(store, user);
        };
        return new ClosedLoop(request, number[4]).run((int) number[5], number[6]);
    }

    private static CompletionStage<Boolean> create(Store store, long user) {
        return store.write(new CreateSettings(Samples.CALLER, Samples.userId(user), Samples.SETTINGS, null))
                .thenApply(CreateSettings.Created.class::isInstance);
    }

    private static CompletionStage<Boolean> find(Store store, long user) {
        return store.find(new FindSettings(Samples.TENANT, Samples.userId(user)))
                .thenApply(FindSettings.Found.class::isInstance);
    }

    private StoreLoop() {}
}
