package agentsettings.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in README.md compile, run against the demo, and print what the page says. */
final class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @TempDir
    private Path folder;

    @Test
    void theProgramsPrintWhatThePageSays() throws IOException, InterruptedException {
        String page = Files.readString(README);
        try (RunningServer server = RunningServer.start(folder, InstantSource.system())) {
            List<String> programs = blocks(page, "java");
            List<String> outputs = blocks(page, "text");
            assertThat(programs).hasSameSizeAs(outputs).hasSize(3);
            for (int i = 0; i < programs.size(); i++) {
                String program = programs.get(i)
                        .replace("http://127.0.0.1:8080", server.address().toString())
                        .replace(
                                "http://127.0.0.1:8081",
                                server.managementAddress().toString());
                assertThat(withoutChance(run(program))).isEqualTo(withoutChance(outputs.get(i)));
            }
        }
    }

    private String run(String program) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Example.java"), program);
        Path output = folder.resolve("output");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = java.waitFor();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as(printed).isZero();
        return printed;
    }

    /** The blocks of code in this language. */
    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Without ids, and without times. */
    private static String withoutChance(String text) {
        return text.replaceAll("\\d{19}", "ID").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }
}
