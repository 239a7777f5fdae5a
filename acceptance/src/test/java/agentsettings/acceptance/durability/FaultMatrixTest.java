package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the fault matrix in docs/operations.md names a test of {@link FaultDrill}, and each test has a row. */
class FaultMatrixTest {

    private static final Pattern DRILL = Pattern.compile("(?m)\\| `(\\w+)` \\|$");

    @Test
    void theMatrixNamesEachDrillOnce() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        int begin = page.indexOf("\n## Faults\n");
        String matrix = page.substring(begin, page.indexOf("\n## ", begin + 1));
        List<String> named =
                DRILL.matcher(matrix).results().map(row -> row.group(1)).toList();
        assertThat(named)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Stream.of(FaultDrill.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .toList());
    }
}
