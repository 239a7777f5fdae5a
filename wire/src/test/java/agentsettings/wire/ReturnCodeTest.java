package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Clients rely on every returnCode: the table in docs/contract.md and the enum have the same codes with the same
 * statuses.
 */
class ReturnCodeTest {

    private static final Path CONTRACT = Path.of("../docs/contract.md");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| (\\d{3}) \\|", Pattern.MULTILINE);

    /** A row of the table, or what the row of a code must be. */
    private record Entry(String code, int status) {}

    @Test
    void codesAndStatusesAreTheDocumentedOnes() throws IOException {
        assertThat(ROW.matcher(Files.readString(CONTRACT)).results())
                .extracting(row -> new Entry(row.group(1), Integer.parseInt(row.group(2))))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ReturnCode.values())
                        .map(code -> new Entry(code.code(), code.status()))
                        .toList());
    }

    @Test
    void noCodeIsUsedTwice() {
        assertThat(ReturnCode.values()).extracting(ReturnCode::code).doesNotHaveDuplicates();
    }

    @Test
    void onlyRateLimitsAndErrorsOfTheServiceAreWorthRetrying() {
        assertThat(Arrays.stream(ReturnCode.values()).filter(ReturnCode::isWorthRetrying))
                .containsExactlyInAnyOrder(
                        ReturnCode.TOO_MANY_REQUESTS,
                        ReturnCode.SERVICE_FAILED,
                        ReturnCode.OVERLOADED,
                        ReturnCode.STORAGE_UNAVAILABLE,
                        ReturnCode.OUTCOME_UNKNOWN);
    }
}
