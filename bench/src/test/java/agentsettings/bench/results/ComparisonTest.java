package agentsettings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comparison of two runs. */
class ComparisonTest {

    private static final Subject CREATE = Sample.embedded("service", "create");
    private static final Subject NGINX = Sample.embedded("nginx", "fixed");
    private static final Subject START = new Subject("start", "service", "MB resident after start", 0, 10_000);
    private static final Subject QUERY = Sample.embedded("service", "query");
    private static final Results BEFORE =
            new Sample().cpu(CREATE, 30, 30, 30).cpu(NGINX, 10, 10, 10).results();

    @Test
    void aSlowerMachineIsNoRegression() {
        Results after =
                new Sample().cpu(CREATE, 60, 60, 60).cpu(NGINX, 20, 20, 20).results();

        assertThat(new Comparison(BEFORE, after, 1.15).isGood()).isTrue();
    }

    @Test
    void aMoreExpensiveRequestIsARegression() {
        Results after =
                new Sample().cpu(CREATE, 36, 36, 36).cpu(NGINX, 10, 10, 10).results();
        Comparison comparison = new Comparison(BEFORE, after, 1.15);

        assertThat(comparison.isGood()).isFalse();
        assertThat(comparison.toString())
                .contains("create")
                .contains("3.00 ->   3.60")
                .contains("+20 %  REGRESSION");
    }

    @Test
    void anIncreaseWithinTheLimitIsNoRegression() {
        Results after =
                new Sample().cpu(CREATE, 34, 34, 34).cpu(NGINX, 10, 10, 10).results();

        assertThat(new Comparison(BEFORE, after, 1.15).isGood()).isTrue();
    }

    @Test
    void aMissingOperationIsARegression() {
        Results both = new Sample()
                .cpu(CREATE, 30, 30, 30)
                .cpu(QUERY, 20, 20, 20)
                .cpu(NGINX, 10, 10, 10)
                .results();
        Comparison comparison = new Comparison(both, BEFORE, 1.15);

        assertThat(comparison.isPossible()).isTrue();
        assertThat(comparison.isGood()).isFalse();
        assertThat(comparison.toString()).contains("query").contains("MISSING");
    }

    @Test
    void aTargetThatWasReachedAndIsMissedIsARegression() {
        Results quick = sample().count(START, 110, 110, 110).results();
        Results large = sample().count(START, 140, 140, 140).results();
        Comparison comparison = new Comparison(quick, large, 1.15);

        assertThat(comparison.isGood()).isFalse();
        assertThat(comparison.toString()).contains("TARGET LOST").contains("resident after the start");
        assertThat(new Comparison(large, large, 1.15).isGood())
                .as("missed before too")
                .isTrue();
        assertThat(new Comparison(quick, BEFORE, 1.15).isGood())
                .as("not measured")
                .isTrue();
    }

    private static Sample sample() {
        return new Sample().cpu(CREATE, 30, 30, 30).cpu(NGINX, 10, 10, 10);
    }

    @Test
    void runsWithoutTheServiceCannotBeCompared() {
        Results after = new Sample().cpu(NGINX, 10, 10, 10).results();

        assertThat(new Comparison(BEFORE, after, 1.15).isPossible()).isFalse();
    }

    @Test
    void oneRoundIsNotEnough() {
        Results after = new Sample().cpu(CREATE, 30).cpu(NGINX, 10).results();

        assertThat(new Comparison(BEFORE, after, 1.15).isPossible()).isFalse();
    }
}
