package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.FaultContract;
import agentsettings.storage.Faults;
import agentsettings.storage.FaultyEngine;
import org.junit.jupiter.api.Test;

/** A connection to PostgreSQL that fails at every call, or whose answer to it is lost. */
class PostgresFaultTest extends FaultContract {

    /** The number of lanes that write. */
    int lanes() {
        return 1;
    }

    @Override
    protected FaultyEngine engine() {
        return PostgresEngine.emptyWithLanes(lanes());
    }

    @Test
    void whenAnAnswerIsLostWhatWasDoneIsFoundOutAndNobodyNotices() throws Exception {
        requireSoundness(Faults::answerLost, run -> assertThat(run.failures()).isZero());
    }
}
