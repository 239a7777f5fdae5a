package agentsettings.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is the same in every locale. */
final class LineFormatterTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist-nu-thai"})
    void aLineIsTheSameInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        LogRecord entry = new LogRecord(Level.WARNING, "{0} of {1}");
        entry.setLoggerName("some.Logger");
        entry.setParameters(new Object[] {12, "n"});
        entry.setThrown(new IllegalStateException("cause"));
        List<String> lines = new LineFormatter().format(entry).lines().toList();
        assertThat(lines.get(0))
                .matches(
                        "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[-+]\\d{4} WARNING some\\.Logger: 12 of n");
        assertThat(lines.get(1)).isEqualTo("java.lang.IllegalStateException: cause");
        assertThat(lines.get(2)).startsWith("\tat ");
    }
}
