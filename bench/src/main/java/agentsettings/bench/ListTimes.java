package agentsettings.bench;

import agentsettings.bench.load.Samples;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.store.Records;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.Database;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Measures reads of a database's records, each over new connections at first and then again. Used by one thread. */
final class ListTimes {

    /** The user whose history is read. */
    static final String USER = "10gg0000000000000007";

    private static final int PAGE = 100;
    private static final int PAGES = 100;
    private static final int TIMES = 11;
    private static final double MILLION = 1e6;

    private final Database database;

    ListTimes(Database database) {
        this.database = database;
    }

    /** Measures and prints a table. */
    void print() {
        System.out.println("| what | first, ms | then, median ms [least..most] |\n|---|---|---|");
        row("page of 100 users", records -> records.users(users("", Optional.empty()), "", PAGE));
        row("page of 100 settings", records -> records.settings(settings("", ""), "", PAGE));
        row("users, text that none has", records -> records.users(users("zoë", Optional.empty()), "", PAGE));
        row("users, text that all have", records -> records.users(users("BENCH", Optional.empty()), "", PAGE));
        row(
                "users, suspended (none)",
                records -> records.users(users("", Optional.of(UserStatus.SUSPENDED)), "", PAGE));
        row("settings, number that none has", records -> records.settings(settings("", "4711"), "", PAGE));
        row("settings, number that 1 in 997 has", records -> records.settings(settings("", "10007"), "", PAGE));
        row("settings, text that none has", records -> records.settings(settings("zoë", ""), "", PAGE));
        row("count of all users", records -> records.count(users("", Optional.empty())));
        row("count of settings with a number", records -> records.count(settings("", "10007")));
        row("count of users with a text", records -> records.count(users("zoë", Optional.empty())));
        row("summary", records -> records.summary(Samples.TENANT));
        row("page of 100 changes of 2,000", records -> records.history(new UserKey(Samples.TENANT, USER), "", PAGE));
        memory();
    }

    private void row(String name, Function<Records, Object> read) {
        try (Records records = database.openRecords(InstantSource.system())) {
            double first = millis(() -> read.apply(records));
            double[] then = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                then[i] = millis(() -> read.apply(records));
            }
            Arrays.sort(then);
            System.out.printf(
                    "| %s | %.1f | %.1f [%.1f..%.1f] |%n", name, first, then[TIMES / 2], then[0], then[TIMES - 1]);
        }
    }

    private static double millis(Supplier<Object> read) {
        long start = System.nanoTime();
        var _ = read.get();
        return (System.nanoTime() - start) / MILLION;
    }

    /** The heap in use after each tenth of many pages in a row. */
    private void memory() {
        try (Records records = database.openRecords(InstantSource.system())) {
            StringBuilder used = new StringBuilder();
            Optional<String> next = Optional.of("");
            long start = System.nanoTime();
            for (int i = 1; i <= PAGES && next.isPresent(); i++) {
                Page<?> page = records.settings(settings("", ""), next.get(), 10 * PAGE);
                next = page.next();
                if (i % (PAGES / 10) == 0) {
                    used.append(' ').append(usedKilobytes());
                }
            }
            System.out.printf(
                    "%n%d pages of %d settings: %.0f ms; KB of heap in use after each tenth:%s%n",
                    PAGES, 10 * PAGE, (System.nanoTime() - start) / MILLION, used);
        }
    }

    private static long usedKilobytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 10;
    }

    private static UserFilter users(String text, Optional<UserStatus> status) {
        return new UserFilter(Samples.TENANT, optional(text), status, Optional.empty());
    }

    private static SettingsFilter settings(String text, String number) {
        return new SettingsFilter(
                Samples.TENANT,
                optional(text),
                Optional.empty(),
                optional(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
