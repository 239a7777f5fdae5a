package agentsettings.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process with an open umask writes is its owner's alone. */
class UmaskTest {

    private static final String TENANT = "202205116084";

    @TempDir
    private Path folder;

    @Test
    void everyFileOfTheDataFolderIsItsOwnersAlone() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        run("app", "create", "--data", data.toString(), "--tenant", TENANT);
        run("user", "add", "--data", data.toString(), "--tenant", TENANT, "--user-id", "u1", "--account", "y111");
        assertThat(mode(data)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .filteredOn(Files::isRegularFile)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Runs a command of the program with umask 0. */
    private static void run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = ChildJvm.command(List.of(arguments));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 0; exec \"$@\"", "sh"));
        command.addAll(builder.command());
        Process process = builder.command(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
