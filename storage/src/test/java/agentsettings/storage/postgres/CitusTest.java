package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.store.StoreUnavailable;
import org.junit.jupiter.api.Test;

/** What a database without Citus answers; there is none with it here. */
final class CitusTest {

    @Test
    void withoutCitusNothingIsChanged() {
        try (PostgresDatabase database = new PostgresDatabase(EmbeddedServer.newDatabase(), 1)) {
            assertThatThrownBy(database::distribute)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("Citus is not installed in this database; nothing was changed.");
        }
    }
}
