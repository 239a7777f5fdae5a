package agentsettings.acceptance.feed;

import agentsettings.acceptance.PostgresForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feed misses nothing and repeats nothing when servers are killed under load. Another number of rounds is taken from
 * {@code -Dfeed.rounds}, another seed than a random one from {@code -Dfeed.seed}.
 */
final class FeedCrashTest {

    private static final int ROUNDS = Integer.getInteger("feed.rounds", 1);
    private static final int ACKNOWLEDGED_MIN = 200;
    private static final int KILL_MILLIS_MAX = 1200;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("feed.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void eachChangeComesOnceWhenTheServerIsKilledAgainAndAgain() throws Exception {
        FeedNode server = new FeedNode(List.of("--data", folder.resolve("data").toString()));
        try (FeedRun run = new FeedRun(List.of(server), seed)) {
            for (int round = 0; round < ROUNDS; round++) {
                killUnderLoad(run, server);
                server.start();
            }
            run.awaitAcknowledged(ACKNOWLEDGED_MIN);
            report("SQLite, " + ROUNDS + " kills", run);
        }
    }

    @Test
    void eachChangeComesOnceWhenOneOfTwoNodesIsKilled() throws Exception {
        List<String> database = PostgresForTests.withNewDatabase(folder).options();
        FeedNode one = new FeedNode(database);
        FeedNode other = new FeedNode(database);
        try (FeedRun run = new FeedRun(List.of(one, other), seed)) {
            for (int round = 0; round < ROUNDS; round++) {
                killUnderLoad(run, other);
                run.awaitAcknowledged(ACKNOWLEDGED_MIN);
                other.start();
            }
            run.awaitAcknowledged(ACKNOWLEDGED_MIN);
            report("PostgreSQL, two nodes, " + ROUNDS + " kills of one", run);
        }
    }

    private void killUnderLoad(FeedRun run, FeedNode node) throws Exception {
        run.awaitAcknowledged(ACKNOWLEDGED_MIN);
        Thread.sleep(random.nextInt(KILL_MILLIS_MAX));
        node.kill();
    }

    private void report(String what, FeedRun run) throws InterruptedException {
        System.out.println("FeedCrashTest: " + what + ": " + run.check() + ", seed " + seed);
    }
}
