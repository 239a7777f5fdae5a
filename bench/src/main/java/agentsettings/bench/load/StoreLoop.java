package agentsettings.bench.load;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.Store;
import agentsettings.storage.BatchLimits;
import agentsettings.storage.Database;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.sqlite.DataFolder;
import agentsettings.storage.sqlite.SqliteDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * The store without HTTP, in a process of its own: so many callers, each asking again as soon as it is answered. It is told what to do
 * by lines on standard input, and answers each with a line of figures.
 */
final class StoreLoop {

    private static final BatchLimits LIMITS = new BatchLimits(16_384, 256);
    private static final int LANES = 2;

    /** Opens the store in the folder, or of the database's URL and its user, and works until the input ends. */
    public static void main(String[] arguments) throws IOException {
        try (Database database = arguments.length == 1
                        ? SqliteDatabase.openExclusive(new DataFolder(Path.of(arguments[0])))
                        : new PostgresDatabase(new PostgresServer(arguments[0], arguments[1], ""), LANES);
                Store store = database.openStore(InstantSource.system(), LIMITS, Runnable::run);
                BufferedReader orders =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println("ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(carryOut(store, order.split(" ")));
            }
        }
    }

    /** OPERATION FIRST COUNT STRIDE TAKEN CALLERS SECONDS. */
    private static String carryOut(Store store, String[] order) {
        long[] number = new long[order.length];
        for (int i = 1; i < order.length; i++) {
            number[i] = Long.parseLong(order[i]);
        }
        ClosedLoop.Asking asking = place -> {
            long user = number[1] + Math.floorMod(place * number[3], number[2]);
            return order[0].equals("create") ? create(store, user) : find(store, user);
        };
        return new ClosedLoop(asking, number[4]).run((int) number[5], number[6]);
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
