package agentsettings.acceptance.feed;

import agentsettings.acceptance.HaScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feed misses nothing and repeats nothing when a node and the primary of a PostgreSQL cluster are killed under load. Run
 * by {@code deploy/ha/drill --feed}, which brings the cluster up and tells where it is.
 */
@EnabledIfSystemProperty(named = "failover.database", matches = "jdbc:.*")
final class FeedFailoverDrill {

    private static final int ACKNOWLEDGED_MIN = 500;
    private static final List<List<String>> KILLS = List.of(List.of(), List.of("--patroni"));

    @TempDir
    Path folder;

    private final HaScripts scripts = HaScripts.ofProperty();

    @Test
    void eachChangeComesOnceWhenANodeAndThePrimaryAreKilled() throws Exception {
        List<String> database = database();
        FeedNode one = new FeedNode(database);
        FeedNode other = new FeedNode(database);
        try (FeedRun run = new FeedRun(List.of(one, other), System.nanoTime())) {
            run.awaitAcknowledged(ACKNOWLEDGED_MIN);
            other.kill();
            run.awaitAcknowledged(ACKNOWLEDGED_MIN);
            other.start();
            for (List<String> how : KILLS) {
                run.awaitAcknowledged(ACKNOWLEDGED_MIN);
                System.out.println("FeedFailoverDrill: " + scripts.run("fail-primary", how));
                run.awaitAcknowledged(ACKNOWLEDGED_MIN);
                scripts.run("up", List.of("--cluster-only"));
            }
            System.out.println("FeedFailoverDrill: " + run.check());
        }
    }

    private List<String> database() throws IOException {
        Path config = Files.writeString(
                folder.resolve("node.properties"),
                String.format(
                        Locale.ROOT,
                        """
                        storage.database = %s
                        storage.database-user = %s
                        storage.database-password = %s
                        """,
                        System.getProperty("failover.database"),
                        System.getenv("AGENTSETTINGS_STORAGE_DATABASE_USER"),
                        System.getenv("AGENTSETTINGS_STORAGE_DATABASE_PASSWORD")));
        return List.of(
                "--config", config.toString(), "--data", folder.resolve("data").toString());
    }
}
