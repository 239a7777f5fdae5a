package agentsettings.storage;

import agentsettings.core.commands.AddUser;
import agentsettings.core.store.Store;
import agentsettings.storage.postgres.PostgresDatabase;
import agentsettings.storage.postgres.PostgresServer;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A process of its own that adds users to a database and prints the number of each when it is acknowledged. */
public final class UserAdder {

    private static final int TOGETHER = 8;
    private static final BatchLimits LIMITS = new BatchLimits(100, 50);

    /** The number of users, and then a data folder, or a URL, a user, a password and a number of lanes. */
    public static void main(String[] arguments) {
        int users = Integer.parseInt(arguments[0]);
        Database database = arguments.length == 2
                ? SqliteDatabase.openShared(new DataFolder(Path.of(arguments[1])))
                : new PostgresDatabase(
                        new PostgresServer(arguments[1], arguments[2], arguments[3]), Integer.parseInt(arguments[4]));
        try (database;
                Store store = database.openStore(InstantSource.system(), LIMITS, Runnable::run)) {
            for (int first = 0; first < users; first += TOGETHER) {
                add(store, first);
            }
        }
    }

    static String userId(int number) {
        return "user-" + number;
    }

    private static void add(Store store, int first) {
        List<CompletableFuture<AddUser.Outcome>> outcomes = IntStream.range(first, first + TOGETHER)
                .mapToObj(UserAdder::userId)
                .map(id -> store.write(Samples.user(Samples.CALLER, id, id, id)).toCompletableFuture())
                .toList();
        for (int i = 0; i < TOGETHER; i++) {
            if (!(outcomes.get(i).join() instanceof AddUser.Added)) {
                throw new IllegalStateException(outcomes.get(i).join().toString());
            }
            System.out.println(first + i);
        }
    }

    private UserAdder() {}
}
