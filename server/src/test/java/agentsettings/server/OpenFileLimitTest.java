package agentsettings.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections leave descriptors to the database, whatever the limit of the process is. */
final class OpenFileLimitTest {

    @ParameterizedTest
    @CsvSource({"1048576, 10000", "10700, 10000", "10699, 9999", "1024, 324", "600, 1", "0, 1"})
    void asManyConnectionsAreServedAsTheLimitPermits(long filesMax, int served) {
        assertThat(OpenFileLimit.permitted(filesMax, 10_000, 500)).isEqualTo(served);
    }
}
