package agentsettings.bench.soak;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a value of samples develops, by linear regression.
 *
 * @param mean of the value
 * @param growth of the regression line from the first sample to the last
 */
record Trend(double mean, double growth) {

    /** The trend of the samples after the first fifth, in which the server is still getting warm. */
    static Trend of(List<ProcessSample> samples, ToDoubleFunction<ProcessSample> value) {
        List<ProcessSample> warm = samples.subList(samples.size() / 5, samples.size());
        double meanTime =
                warm.stream().mapToDouble(ProcessSample::minute).average().orElseThrow();
        double mean = warm.stream().mapToDouble(value).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (ProcessSample sample : warm) {
            double time = sample.minute() - meanTime;
            covariance += time * (value.applyAsDouble(sample) - mean);
            variance += time * time;
        }
        double span = warm.getLast().minute() - warm.getFirst().minute();
        return new Trend(mean, variance == 0 ? 0 : covariance / variance * span);
    }
}
