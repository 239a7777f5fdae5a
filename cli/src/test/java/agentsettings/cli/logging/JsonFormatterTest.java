package agentsettings.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is logged becomes one line of JSON with the names of the Elastic Common Schema. */
final class JsonFormatterTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonFormatter formatter = new JsonFormatter();

    @Test
    void aFailureIsOnOneLineWithItsStackTrace() {
        LogRecord entry = new LogRecord(Level.SEVERE, "line one\nline \"two\" \u0001 {0}");
        entry.setLoggerName("some.Logger");
        entry.setInstant(Instant.parse("2026-11-27T03:04:05.006789Z"));
        entry.setThrown(new IllegalStateException("cause\nof it", new RuntimeException("root")));
        String line = formatter.format(entry);
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        JsonNode json = JSON.readTree(line);
        assertThat(json.path("@timestamp").asString()).isEqualTo("2026-11-27T03:04:05.006Z");
        assertThat(json.path("log.level").asString()).isEqualTo("ERROR");
        assertThat(json.path("message").asString()).isEqualTo("line one\nline \"two\" \u0001 {0}");
        assertThat(json.path("log.logger").asString()).isEqualTo("some.Logger");
        assertThat(json.path("error.type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json.path("error.message").asString()).isEqualTo("cause\nof it");
        assertThat(json.path("error.stack_trace").asString()).contains("\tat ", "Caused by: ");
    }

    @Test
    void levelsHaveTheNamesOfTheSchema() {
        assertThat(level(Level.WARNING)).isEqualTo("WARN");
        assertThat(level(Level.INFO)).isEqualTo("INFO");
        assertThat(level(Level.FINE)).isEqualTo("DEBUG");
    }

    private String level(Level level) {
        return JSON.readTree(formatter.format(new LogRecord(level, null)))
                .path("log.level")
                .asString();
    }
}
