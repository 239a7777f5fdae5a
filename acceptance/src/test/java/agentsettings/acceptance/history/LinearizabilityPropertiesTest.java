package agentsettings.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Random histories: a sequential execution is always explained, and a wrong response in it is found. */
class LinearizabilityPropertiesTest {

    private static final int LENGTH = 300;

    @Property(seed = "2026112301", tries = 100, shrinking = ShrinkingMode.OFF)
    void aSequentialExecutionIsExplained(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int atOnce) {
        History history = RandomHistory.of(LENGTH, atOnce, 0.02, new Random(seed));
        assertThat(Linearizability.complaint(history)).isEmpty();
    }

    /** The responses are exchanged at random, so that histories of both kinds come about. */
    @Property(seed = "2026112302", tries = 1000, shrinking = ShrinkingMode.OFF)
    void theVerdictOnAShortHistoryIsThatOfTryingAllOrders(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int length) {
        Random random = new Random(seed);
        History history = RandomHistory.of(length, 4, 0.25, random);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            history = withOneResponseChanged(history, random);
        }
        boolean explained = AllOrders.explain(history);
        assertThat(Linearizability.complaint(history).isEmpty())
                .as(history.toString())
                .isEqualTo(explained);
        Statistics.collect(explained);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 20);
            coverage.check(false).percentage(share -> share > 20);
        });
    }

    @Property(seed = "2026112303", tries = 100, shrinking = ShrinkingMode.OFF)
    void aCertainlyWrongAnswerIsFound(@ForAll long seed, @ForAll Corruption corruption) {
        Random random = new Random(seed);
        History sound = RandomHistory.of(LENGTH, 6, 0.02, random);
        List<History> corrupted = corruption.anyOf(sound, random);
        assertThat(corrupted)
                .isNotEmpty()
                .allSatisfy(history -> assertThat(Linearizability.complaint(history))
                        .as(history.toString())
                        .isPresent());
    }

    private static History withOneResponseChanged(History history, RandomGenerator random) {
        List<Operation> answered =
                history.operations().stream().filter(Operation::hasResponse).toList();
        if (answered.isEmpty()) {
            return history;
        }
        Operation changed = answered.get(random.nextInt(answered.size()));
        List<Response> others =
                new ArrayList<>(List.of(Response.EXISTS_ALREADY, Response.NO_SETTINGS, Response.OTHER_ID));
        answered.forEach(operation -> others.add(operation.response()));
        return history.with(changed, others.get(random.nextInt(others.size())));
    }
}
