package agentsettings.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the configuration. */
final class ClientConfigTest {

    private static final ClientConfig DEFAULT = ClientConfig.of(URI.create("http://localhost:8080"));

    @Test
    void pathsAreAppendedToTheAddress() {
        assertThat(DEFAULT.resolve("/a/b")).isEqualTo(URI.create("http://localhost:8080/a/b"));
        assertThat(ClientConfig.of(URI.create("https://gateway.example/aicc/")).resolve("/a/b"))
                .isEqualTo(URI.create("https://gateway.example/aicc/a/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "localhost:8080",
                "/path",
                "http:///path",
                "http://user:password@host",
                "http://host?q",
                "http://host#f"
            })
    void anAddressThatIsNoneIsRefusedWithoutShowingIt(String address) {
        assertThatThrownBy(() -> ClientConfig.of(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("address: must ")
                .hasMessageNotContaining("password");
    }

    @Test
    void timesAndNumbersHaveLimits() {
        assertThatThrownBy(() -> DEFAULT.withConnectTimeout(Duration.ZERO))
                .hasMessage("connectTimeout: must be PT0.001S to PT24H, got PT0S");
        assertThatThrownBy(() -> DEFAULT.withRequestTimeout(Duration.ofDays(2)))
                .hasMessageStartingWith("requestTimeout");
        assertThatThrownBy(() -> DEFAULT.withOverallTimeout(Duration.ofSeconds(-1)))
                .hasMessageStartingWith("overallTimeout");
        assertThatThrownBy(() -> DEFAULT.withBackoff(Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessageStartingWith("backoffBase");
        assertThatThrownBy(() -> DEFAULT.withBackoff(Duration.ZERO, Duration.ofDays(2)))
                .hasMessageStartingWith("backoffMax");
        for (int attempts : new int[] {0, 101}) {
            assertThatThrownBy(() -> DEFAULT.withAttemptsMax(attempts))
                    .hasMessage("attemptsMax: must be 1 to 100, got " + attempts);
        }
    }
}
