package agentsettings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comparison of two versions in one run. */
class VersionComparisonTest {

    @Test
    void aRatioIsTakenWithinEachRound() {
        VersionComparison comparison = new VersionComparison(
                new Sample()
                        .cpu(embedded("before", "create"), 30, 60, 90)
                        .cpu(embedded("this", "create"), 27, 54, 81)
                        .results(),
                1.03);

        assertThat(comparison.isPossible()).isTrue();
        assertThat(comparison.isGood()).isTrue();
        assertThat(comparison.toString())
                .contains("| embedded | create | service | 60.0 [30.0..90.0] | 54.0 [27.0..81.0] |"
                        + " 0.900 [0.900..0.900] |  |");
    }

    @Test
    void aMoreExpensiveOperationIsARegression() {
        VersionComparison comparison = new VersionComparison(
                new Sample()
                        .cpu(embedded("before", "create"), 30, 30, 30)
                        .cpu(embedded("this", "create"), 30, 30, 30)
                        .cpu(embedded("before", "query"), 20, 20, 20)
                        .cpu(embedded("this", "query"), 21, 21, 21)
                        .results(),
                1.03);

        assertThat(comparison.isGood()).isFalse();
        assertThat(comparison.toString().lines().filter(line -> line.contains("REGRESSION")))
                .singleElement()
                .asString()
                .contains("query");
    }

    @Test
    void onPostgresTheTimeOfTheDatabaseIsComparedToo() {
        Subject before = new Subject("postgres-versions", "before", "create", 64, 100_000);
        Subject current = new Subject("postgres-versions", "this", "create", 64, 100_000);
        Results results = new Sample().cpu(before, 30).cpu(current, 30).results();

        assertThat(new VersionComparison(results, 1.03).toString())
                .contains("| PostgreSQL | create | service |")
                .contains("| PostgreSQL | create | service and PostgreSQL |");
    }

    @Test
    void oneVersionAloneIsNoComparison() {
        VersionComparison comparison = new VersionComparison(
                new Sample().cpu(embedded("this", "create"), 30).results(), 1.03);

        assertThat(comparison.isPossible()).isFalse();
        assertThat(comparison.isGood()).isFalse();
    }

    private static Subject embedded(String target, String operation) {
        return new Subject("versions", target, operation, 64, 100_000);
    }
}
