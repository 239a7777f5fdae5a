package agentsettings.acceptance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.history.Corruption;
import agentsettings.acceptance.history.History;
import agentsettings.acceptance.history.Linearizability;
import agentsettings.acceptance.history.Response;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Deleted;
import agentsettings.acceptance.history.Response.Found;
import agentsettings.acceptance.history.Response.Refused;
import agentsettings.acceptance.history.Response.Updated;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes that are asked about the same users at once answer as one server that does one thing at a time. Another seed than a random
 * one is taken from {@code -Dhistory.seed}, another number of operations from {@code -Dhistory.operations}.
 */
class TwoNodesTest {
    private static final int CLIENTS = 16;
    private static final int USERS = 20;
    private static final int OPERATIONS = Integer.getInteger("history.operations", 1200);
    private static final int CORRUPTED_HISTORIES = 5;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("history.seed", System.nanoTime());

    @Test
    void twoNodesOnOneDatabaseAnswerAsOneAndGoOnWhenOneDies() throws Exception {
        try (Nodes nodes = Nodes.twoOnPostgres(folder)) {
            Recording sound = requireThatTheyAnswerAsOne(nodes, OPERATIONS, () -> {});
            requireThatItWasMixed(sound);
            requireThatWrongAnswersWouldBeFound(sound.histories());
            Recording cut = requireThatTheyAnswerAsOne(nodes, OPERATIONS / 2, nodes::killLast);
            assertThat(cut.unknown()).as("left open by the node that died").isPositive();
        }
    }

    @Test
    void oneServerAnswersAllItsClientsAsIfOneAfterTheOther() throws Exception {
        try (Nodes nodes = Nodes.oneServerTwice(folder)) {
            requireThatItWasMixed(requireThatTheyAnswerAsOne(nodes, OPERATIONS, () -> {}));
        }
    }

    private Recording requireThatTheyAnswerAsOne(Nodes nodes, int operations, MixedLoad.Fault fault) throws Exception {
        Recording recording = new MixedLoad(nodes.bases(), CLIENTS, USERS, operations, seed).run(fault);
        RecordingCheck check = RecordingCheck.of(recording, nodes::recordsOf);
        System.out.printf(
                "TwoNodesTest: %d operations, %d unknown, %d users, longest history %d, at most %d at once for a user,"
                        + " checked in %d ms, seed %d%n",
                recording.operations(),
                recording.unknown(),
                USERS,
                recording.longestHistory(),
                recording.atOnceMax(),
                check.millis(),
                seed);
        assertThat(check.complaints()).as("-Dhistory.seed=" + seed).isEmpty();
        return recording;
    }

    private static void requireThatItWasMixed(Recording recording) {
        assertThat(kindsOfResponses(recording))
                .contains(Created.class, Updated.class, Deleted.class, Found.class, Refused.class);
        assertThat(recording.atOnceMax()).isGreaterThan(1);
    }

    /** The same histories, had one read been stale and so on, are complained about. */
    private void requireThatWrongAnswersWouldBeFound(List<History> histories) {
        Random random = new Random(seed);
        for (Corruption corruption : Corruption.values()) {
            List<History> corrupted = histories.stream()
                    .flatMap(history -> corruption.anyOf(history, random).stream())
                    .limit(CORRUPTED_HISTORIES)
                    .toList();
            assertThat(corrupted).as(corruption + ", seed " + seed).isNotEmpty();
            assertThat(corrupted)
                    .allSatisfy(history -> assertThat(Linearizability.complaint(history))
                            .as("%s of user %s, seed %d", corruption, history.userId(), seed)
                            .isPresent());
        }
    }

    private static Set<Class<? extends Response>> kindsOfResponses(Recording recording) {
        return recording.histories().stream()
                .flatMap(history -> history.operations().stream())
                .map(operation -> operation.response())
                .filter(Objects::nonNull)
                .map(Response::getClass)
                .collect(Collectors.toSet());
    }
}
