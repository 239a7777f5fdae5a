package agentsettings.acceptance.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.PostgresForTests;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.numbers.UsesThen;
import agentsettings.client.management.records.RecordOutcome;
import agentsettings.client.vendor.Outcome;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.server.config.ConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * While the vendor's clients write a number without pause, it is taken back, with its uses cleared or once nothing uses it. Where numbers
 * are enforced, no settings hold it afterwards. {@code -Dnumbers.rounds} sets the number of rounds.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TakeBackRaceTest {

    private static final int ROUNDS = Integer.getInteger("numbers.rounds", 10);
    private static final int WRITERS = 6;
    private static final int WRITES_BEFORE = 20;
    private static final int WRITES_AFTER = 10;
    private static final String TENANT = "202205116084";
    private static final OutboundSettings NONE = new OutboundSettings(null, List.of(), null, null, null);

    @TempDir
    private Path folder;

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void onSqlite() throws Exception {
        try (NumberNode node =
                NumberNode.start(new ConfigReader().option("--data", "storage.data", folder.resolve("data")))) {
            race(List.of(node, node));
        }
    }

    @Test
    void acrossTwoNodesOnPostgres() throws Exception {
        PostgresForTests postgres = PostgresForTests.withNewDatabase(folder);
        try (NumberNode one = NumberNode.start(postgresAt(postgres));
                NumberNode other = NumberNode.start(postgresAt(postgres))) {
            race(List.of(one, other));
            assertThat(postgres.deadlocks()).isZero();
        }
    }

    private ConfigReader postgresAt(PostgresForTests postgres) {
        return new ConfigReader().file(postgres.config()).option("--data", "storage.data", folder.resolve("data"));
    }

    private void race(List<NumberNode> nodes) throws Exception {
        enforce(nodes);
        List<Long> settings = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            settings.add(((Outcome.Created) nodes.getFirst().vendor().create(user(i), NONE)).id());
        }
        for (int round = 0; round < ROUNDS; round++) {
            NumberKey number = new NumberKey(TENANT, new PhoneNumber("+49" + (1000 + round)));
            assertThat(nodes.getFirst().management().numbers().create(number, Set.of(NumberKind.DISPLAY), ""))
                    .isInstanceOf(RecordOutcome.Created.class);
            takeBackUnderWrites(nodes, settings, number, round % 2 == 0);
            assertThat(usersOf(nodes, number)).as("round " + round).isEmpty();
        }
        System.out.printf("TakeBackRaceTest: %d rounds, %d writes, %d refused%n", ROUNDS, written.get(), refused.get());
        assertThat(refused.get()).isGreaterThanOrEqualTo(ROUNDS);
        assertThat(written.get()).isGreaterThanOrEqualTo(ROUNDS * WRITES_BEFORE);
    }

    /** Nodes notice a change of the tenant space within half a second. */
    private static void enforce(List<NumberNode> nodes) {
        TenantSpacePatch patch =
                new TenantSpacePatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.assign(NumberCheck.ENFORCE));
        nodes.getFirst().management().tenants().patch(TENANT, patch, Condition.NONE);
        for (NumberNode node : nodes) {
            while (!(node.vendor().create("nobody", display(new PhoneNumber("999")))
                    instanceof Outcome.NumberNotAllotted)) {
                Thread.onSpinWait();
            }
        }
    }

    private void takeBackUnderWrites(List<NumberNode> nodes, List<Long> settings, NumberKey number, boolean clear)
            throws Exception {
        stopped.set(false);
        int before = written.get();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                NumberNode node = nodes.get(i % nodes.size());
                int writer = i;
                writers.add(threads.submit(() -> write(node, writer, settings.get(writer), number)));
            }
            while (written.get() < before + WRITES_BEFORE) {
                Thread.onSpinWait();
            }
            takeBack(nodes.getLast(), number, clear);
            int refusedBefore = refused.get();
            while (refused.get() < refusedBefore + WRITES_AFTER) {
                Thread.onSpinWait();
            }
            stopped.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    /** Without clearing, it is tried until nothing uses the number, which the writers take out again and again. */
    private static void takeBack(NumberNode node, NumberKey number, boolean clear) {
        Optional<UsesThen> uses = clear ? Optional.of(UsesThen.CLEAR) : Optional.empty();
        RecordOutcome<NumberRecord> outcome;
        do {
            outcome = node.management().numbers().delete(number, uses, Condition.NONE);
        } while (!clear && outcome instanceof RecordOutcome.InUse);
        assertThat(outcome).isEqualTo(new RecordOutcome.Deleted<NumberRecord>());
    }

    private void write(NumberNode node, int writer, long id, NumberKey number) {
        for (int i = 0; !stopped.get(); i++) {
            boolean sets = i % 3 == writer % 3;
            Outcome.OfUpdate outcome = node.vendor().update(id, user(writer), sets ? display(number.number()) : NONE);
            if (outcome instanceof Outcome.NumberNotAllotted) {
                refused.incrementAndGet();
            } else {
                assertThat(outcome).isEqualTo(new Outcome.Updated(id));
                written.incrementAndGet();
            }
        }
    }

    private static List<String> usersOf(List<NumberNode> nodes, NumberKey number) {
        Optional<String> none = Optional.empty();
        SettingsFilter filter = new SettingsFilter(
                TENANT,
                none,
                Optional.empty(),
                Optional.of(number.number().digits()),
                none,
                none,
                Optional.empty(),
                false);
        return nodes.getFirst()
                .management()
                .settings()
                .all(filter)
                .map(each -> each.userId())
                .toList();
    }

    private static OutboundSettings display(PhoneNumber number) {
        return new OutboundSettings(null, List.of(number), null, null, null);
    }

    private static String user(int writer) {
        return "10gg000000demoUser0" + (writer + 1);
    }
}
