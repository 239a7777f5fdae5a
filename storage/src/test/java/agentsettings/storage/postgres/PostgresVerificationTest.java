package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.storage.Engine;
import agentsettings.storage.VerificationContract;
import org.junit.jupiter.api.Test;

/** Verification of PostgreSQL. */
class PostgresVerificationTest extends VerificationContract {

    @Override
    protected Engine engine() {
        return PostgresEngine.emptyWithLanes(1);
    }

    @Test
    void findsALeaseThatDoesNotKnowTheEndOfTheLog() {
        execute("UPDATE node_lease SET last_seq = 99 WHERE node = 0");
        execute("UPDATE node_lease SET last_seq = 1, last_id = 1 WHERE node = 5");
        assertThat(verify())
                .containsExactly(
                        "node_lease 0: it names change 99 as the last of the node, but the change log ends with 10",
                        "node_lease 5: it names change 1 as the last of the node, but the change log ends with 0");
    }
}
