package agentsettings.storage.postgres;

import agentsettings.storage.Engine;
import agentsettings.storage.TwoProcessesContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Two processes on one PostgreSQL database, each with one lane and with two. */
class PostgresTwoProcessesTest {

    @Nested
    class WithOneLane extends Lanes {
        WithOneLane() {
            super(1);
        }
    }

    @Nested
    class WithTwoLanes extends Lanes {
        WithTwoLanes() {
            super(2);
        }
    }

    abstract static class Lanes extends TwoProcessesContract {

        private final PostgresServer server = EmbeddedServer.newDatabase();
        private final int lanes;

        Lanes(int lanes) {
            this.lanes = lanes;
        }

        @Override
        protected Engine engine() {
            return PostgresEngine.withLanes(server, lanes);
        }

        @Override
        protected List<String> arguments() {
            return List.of(server.url(), server.user(), server.password(), Integer.toString(lanes));
        }
    }
}
