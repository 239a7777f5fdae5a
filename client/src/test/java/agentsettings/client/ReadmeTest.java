package agentsettings.client;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.server.AgentSettingsServer;
import agentsettings.server.config.ConfigReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in README.md compiles, runs against the demo, and prints what the page says. */
final class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @TempDir
    private Path folder;

    @Test
    void theProgramPrintsWhatThePageSays() throws IOException, InterruptedException {
        String page = Files.readString(README);
        try (AgentSettingsServer server = AgentSettingsServer.start(
                new ConfigReader()
                        .option("--data", "storage.data", folder.resolve("data"))
                        .option("--port", "http.port", 0)
                        .read(),
                true,
                InstantSource.system())) {
            String program = block(page, "java").replace("127.0.0.1:8080", "127.0.0.1:" + server.port());
            assertThat(withoutChance(run(program))).isEqualTo(withoutChance(block(page, "text")));
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

    /** The first block of code in this language. */
    private static String block(String page, String language) {
        Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** Without ids, and without times. */
    private static String withoutChance(String text) {
        return text.replaceAll("\\d{19}", "ID").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }
}
