package agentsettings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Medians, ratios, tables and the file with the measurements. */
class ResultsTest {

    private static final Subject CREATE = Sample.embedded("service", "create");
    private static final Subject NGINX = Sample.embedded("nginx", "fixed");

    @TempDir
    private Path folder;

    @Test
    void theMedianOfOddAndEvenRoundsIsBetweenMinimumAndMaximum() {
        assertThat(new Sample().cpu(CREATE, 30, 10, 20).results().spread(CREATE, Figures::cpu))
                .isEqualTo(new Spread(20, 10, 30));
        assertThat(new Sample().cpu(CREATE, 30, 10, 20, 40).results().spread(CREATE, Figures::cpu))
                .isEqualTo(new Spread(25, 10, 40));
    }

    @Test
    void missingMeasurementsAreShownAsAHyphen() {
        Results results = new Sample().cpu(CREATE, 30).results();

        assertThat(results.spread(CREATE, Figures::p50).text(1)).isEqualTo("-");
        assertThat(results.spread(NGINX, Figures::cpu).text(1)).isEqualTo("-");
    }

    @Test
    void aRatioIsTakenWithinEachRound() {
        Results results =
                new Sample().cpu(CREATE, 30, 60, 90).cpu(NGINX, 10, 20, 30).results();

        assertThat(results.ratio(CREATE, NGINX, Figures::cpu)).isEqualTo(new Spread(3, 3, 3));
    }

    @Test
    void measurementsAreReadAsWritten() {
        Results results = new Sample().cpu(CREATE, 30.5, 60).cpu(NGINX, 7).results();

        results.write(folder);

        assertThat(Results.read(folder)).isEqualTo(results);
    }

    @Test
    void aTableHasALineForEachSubject() {
        Results results = new Sample().cpu(CREATE, 30, 40).cpu(NGINX, 7).results();

        assertThat(new ResultTables(results).toString())
                .contains("## embedded")
                .contains("| service | create | 64 | 100,000 | 1,000 [1,000..1,000] | - | - | - | 35.0 [30.0..40.0] |")
                .contains("| nginx | fixed | 64 |");
    }

    @Test
    void aTargetIsReachedMissedOrNotMeasured() {
        Results results = new Sample()
                .cpu(Sample.embedded("service", "query"), 20)
                .cpu(CREATE, 50)
                .cpu(NGINX, 10)
                .results();

        String targets = new Targets(results).toString();

        assertThat(line(targets, "CPU µs per query")).contains("10.2 [10.2..10.2] | reached");
        assertThat(line(targets, "CPU µs per create")).contains("25.5 [25.5..25.5] | missed");
        assertThat(line(targets, "CPU µs per token")).contains("- | not measured");
    }

    private static String line(String text, String beginning) {
        return text.lines()
                .filter(line -> line.startsWith("| " + beginning))
                .findFirst()
                .orElseThrow();
    }
}
