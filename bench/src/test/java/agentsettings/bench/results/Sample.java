package agentsettings.bench.results;

import java.util.ArrayList;
import java.util.List;

/** Builds results for tests. */
public final class Sample {

    private final List<Measurement> measurements = new ArrayList<>();

    /** A subject of the group embedded. */
    public static Subject embedded(String target, String operation) {
        return new Subject("embedded", target, operation, 64, 100_000);
    }

    /** Adds one measurement for each value, in rounds from 1 on. */
    public Sample cpu(Subject subject, double... microsEach) {
        for (int i = 0; i < microsEach.length; i++) {
            Figures figures = Figures.ofCount(1000, 1).withCpu(microsEach[i] * 1000);
            measurements.add(new Measurement(subject, i + 1, figures));
        }
        return this;
    }

    /** Adds counts without a duration, in the same way. */
    public Sample count(Subject subject, long... each) {
        for (int i = 0; i < each.length; i++) {
            measurements.add(new Measurement(subject, i + 1, Figures.ofCount(each[i], Double.NaN)));
        }
        return this;
    }

    /** The results. */
    public Results results() {
        return new Results(measurements);
    }
}
