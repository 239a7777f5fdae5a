package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.HaScripts;
import agentsettings.acceptance.durability.UserHistory.Verdict;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Kills the primary of a PostgreSQL cluster three times while clients write. Run by {@code deploy/ha/drill}, which brings the cluster
 * up and tells where it is.
 */
@EnabledIfSystemProperty(named = "failover.clients", matches = "http.*")
class FailoverDrill {

    private static final int CONNECTIONS = 32;
    private static final int USERS = 8000;
    private static final int WARM = 2000;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(11);
    private static final long POLL_MILLIS = 20;
    private static final List<List<String>> KILLS = List.of(List.of(), List.of("--patroni"), List.of());

    private final URI clients = URI.create(System.getProperty("failover.clients", "http://localhost"));
    private final HaScripts scripts = HaScripts.ofProperty();
    private final DrillFigures figures = new DrillFigures();
    private final List<DrillConnection> connections = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostWhenThePrimaryIsKilled() throws Exception {
        List<UserHistory> users = seedUsers();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                start(users, threads);
                for (int round = 0; round < KILLS.size(); round++) {
                    drill(round + 1, KILLS.get(round));
                }
            } finally {
                connections.forEach(DrillConnection::stop);
            }
        }
        assertThat(figures.unexpected()).isEmpty();
        DurabilityCheck check = check(users);
        System.out.println("FailoverDrill: in doubt " + check.inFlight() + " (carried out "
                + check.count(Verdict.CARRIED_OUT) + "), acknowledged but missing or doubled "
                + check.count(Verdict.MISSING) + ", half done " + check.count(Verdict.HALF_DONE));
        assertThat(check.complaints()).isEmpty();
    }

    private void start(List<UserHistory> users, ExecutorService threads) {
        for (int i = 0; i < CONNECTIONS; i++) {
            List<UserHistory> own = new ArrayList<>();
            for (int user = i; user < users.size(); user += CONNECTIONS) {
                own.add(users.get(user));
            }
            connections.add(new DrillConnection(clients, own, new Random(i), figures));
        }
        connections.forEach(threads::execute);
    }

    private void drill(int round, List<String> how) throws IOException, InterruptedException {
        awaitAcknowledged(WARM);
        figures.reset();
        String killed = scripts.run("fail-primary", how);
        int before = figures.acknowledged();
        awaitPause();
        awaitAcknowledged(before + WARM);
        System.out.println("FailoverDrill round " + round + ": " + killed + "; " + figures);
        assertThat(figures.slowest()).as("slowest answer").isLessThan(ANSWERED_WITHIN);
        scripts.run("up", List.of("--cluster-only"));
        figures.reset();
    }

    /** A primary that was killed is missed at once: a pause of a second is long against the time between two writes. */
    private void awaitPause() throws InterruptedException {
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (figures.pause().compareTo(Duration.ofSeconds(1)) < 0) {
            assertThat(System.nanoTime())
                    .as("no pause was seen, or it did not end")
                    .isLessThan(deadline);
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void awaitAcknowledged(int count) throws InterruptedException {
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (figures.acknowledged() < count) {
            assertThat(System.nanoTime())
                    .as(() -> "writes are acknowledged again: " + figures)
                    .isLessThan(deadline);
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static List<UserHistory> seedUsers() throws SQLException {
        try (Connection connection = connect()) {
            return new PostgresTables(connection).seedUsers("drill" + System.currentTimeMillis() + "-", USERS);
        }
    }

    private static DurabilityCheck check(List<UserHistory> users) throws SQLException {
        try (Connection connection = connect()) {
            return DurabilityCheck.of(new PostgresTables(connection).read(), users);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("failover.database"),
                System.getenv("AGENTSETTINGS_STORAGE_DATABASE_USER"),
                System.getenv("AGENTSETTINGS_STORAGE_DATABASE_PASSWORD"));
    }
}
