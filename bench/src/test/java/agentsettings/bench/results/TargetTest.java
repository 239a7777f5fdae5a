package agentsettings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Figures and their targets. */
class TargetTest {

    @Test
    void aFigureThatShouldBeLowMissesByAFactorWhenItIsTooHigh() {
        assertThat(Target.atMost("seconds", measured(0.79), 0.7).isMissedBy(1.15))
                .isFalse();
        assertThat(Target.atMost("seconds", measured(0.81), 0.7).isMissedBy(1.15))
                .isTrue();
    }

    @Test
    void aFigureThatShouldBeHighMissesByAFactorWhenItIsTooLow() {
        assertThat(Target.atLeast("rate", measured(0.62), 0.7).isMissedBy(1.15)).isFalse();
        assertThat(Target.atLeast("rate", measured(0.60), 0.7).isMissedBy(1.15)).isTrue();
    }

    @Test
    void whatWasNotMeasuredIsNeitherReachedNorMissed() {
        Target unknown = Target.atMost("seconds", Spread.unknown(), 0.7);

        assertThat(unknown.isReached()).isFalse();
        assertThat(unknown.isMissedBy(1)).isFalse();
    }

    private static Spread measured(double figure) {
        return Spread.of(DoubleStream.of(figure));
    }
}
