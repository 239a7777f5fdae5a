package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.store.Store;
import agentsettings.storage.LogTrimmer;
import agentsettings.storage.Samples;
import agentsettings.storage.SettableClock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Two nodes on one database, each with two lanes, write and trim the same log at the same time. */
// the timeout is only there so that a node that waits for the other for ever fails the build instead of holding it up
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TwoTrimmersTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(1);
    private static final int USERS = 400;

    @Test
    void eachChangeIsRemovedOnceAndTheNumbersOfEachNodeGoOn() throws Exception {
        PostgresServer server = EmbeddedServer.newDatabase();
        AtomicBoolean written = new AtomicBoolean();
        try (PostgresEngine first = PostgresEngine.withLanes(server, 2);
                PostgresEngine second = PostgresEngine.withLanes(server, 2);
                Store storeOfFirst = first.open(new SettableClock(NOON));
                Store storeOfSecond = second.open(new SettableClock(NOON))) {
            CompletableFuture<Void> writes = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> write(storeOfFirst, "a")),
                    CompletableFuture.runAsync(() -> write(storeOfSecond, "b")));
            CompletableFuture<Integer> trimmedByFirst = CompletableFuture.supplyAsync(() -> trim(first, written));
            CompletableFuture<Integer> trimmedBySecond = CompletableFuture.supplyAsync(() -> trim(second, written));
            writes.join();
            written.set(true);
            int trimmed = trimmedByFirst.join() + trimmedBySecond.join();
            assertThat(trimmed).isPositive();

            assertThat(first.changeLog()).hasSize(2 * 3 * USERS - trimmed);
            assertThat(first.findings()).isEmpty();
            while (!first.changeLog().isEmpty()) {
                trimmed += trimOnce(second);
            }
            assertThat(trimmed).isEqualTo(2 * 3 * USERS);
            write(storeOfFirst, "c");
            write(storeOfSecond, "d");
            requireNoGaps(first);
        }
    }

    private static void write(Store store, String prefix) {
        CompletableFuture<?>[] last = new CompletableFuture<?>[USERS];
        for (int i = 0; i < USERS; i++) {
            String user = prefix + i;
            AddUser add = Samples.user(Samples.CALLER, user, user, user + "@x");
            store.write(add);
            store.write(new CreateSettings(Samples.CALLER, user, Samples.VENDORS, null));
            last[i] = store.write(new DeleteSettings(Samples.CALLER, user)).toCompletableFuture();
        }
        CompletableFuture.allOf(last).join();
    }

    private static int trim(PostgresEngine engine, AtomicBoolean written) {
        int all = 0;
        while (!written.get()) {
            all += trimOnce(engine);
        }
        return all;
    }

    private static int trimOnce(PostgresEngine engine) {
        try (LogTrimmer trimmer = engine.database().openLogTrimmer()) {
            return trimmer.trim(LATER);
        }
    }

    /** Of each node, the log holds every number behind its start. */
    private static void requireNoGaps(PostgresEngine engine) {
        engine.execute("""
                DO $$ BEGIN
                    IF EXISTS (
                        SELECT FROM node_lease l LEFT JOIN change_log_start s ON s.node = l.node
                        WHERE l.last_seq - coalesce(s.number / 1024, 0) <> (SELECT count(*) FROM change_log c WHERE c.node = l.node))
                    THEN RAISE 'the log of a node has a gap'; END IF;
                END $$
                """);
    }
}
