package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file in {@code src/test/resources/golden}, or writes the file when {@code -Dgolden.refresh=true} is given. */
public final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenFile() {}

    /**
     * Fails when they differ, and prints the command that refreshes the file.
     *
     * @param test the class that calls this
     */
    public static void compare(String name, String actual, Class<?> test) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.refresh")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertThat(actual)
                .as(
                        "%s differs. If the change is intended, refresh it: ./check -pl acceptance -am -Dtest=%s -Dgolden.refresh=true",
                        file, test.getSimpleName())
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
