package agentsettings.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is stored comes back, and that nothing else stays behind. */
final class ProfileFileTest {

    private static final String KEY = "ask_abcdefgh_\\u0041=#!:\\n" + "5".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void aKeyComesBackAsItWasStored() {
        ProfileFile file = new ProfileFile(folder.resolve("a/profile"));
        file.write(connection());
        assertThat(file.read()).hasValueSatisfying(read -> {
            assertThat(read.key().reveal()).isEqualTo(KEY);
            assertThat(read.address()).isEqualTo(connection().address());
        });
    }

    @Test
    void nothingStaysBehindIfTheFileCannotBeReplaced() throws IOException {
        Path path = folder.resolve("profile");
        Files.createDirectories(path.resolve("in the way"));
        assertThatThrownBy(() -> new ProfileFile(path).write(connection())).isInstanceOf(UncheckedIOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    private static ServiceConnection connection() {
        return ServiceConnection.of("http://127.0.0.1:8081", "url", KEY, "key");
    }
}
