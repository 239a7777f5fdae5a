package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.FaultContract;
import agentsettings.storage.Faults;
import agentsettings.storage.FaultyEngine;
import org.junit.jupiter.api.Test;

/**
 * A connection to PostgreSQL that fails at a call, or whose answer to it is lost. Tries every third call; {@code -Dfaults.stride=1} every
 * one.
 */
class PostgresFaultTest extends FaultContract {

    /** The number of lanes that write. */
    int lanes() {
        return 1;
    }

    @Override
    protected FaultyEngine engine() {
        return PostgresEngine.emptyWithLanes(lanes());
    }

    @Override
    protected int stride() {
        return Integer.getInteger("faults.stride", 3);
    }

    @Test
    void whenAnAnswerIsLostWhatWasDoneIsFoundOutAndNobodyNotices() throws Exception {
        requireSoundness(Faults::answerLost, run -> assertThat(run.failures()).isZero());
    }
}
