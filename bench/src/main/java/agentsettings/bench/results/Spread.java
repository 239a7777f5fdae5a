package agentsettings.bench.results;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median, minimum and maximum of several rounds. */
public record Spread(double median, double min, double max) {

    /** The spread of the values; NaN if there are none. */
    static Spread of(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return unknown();
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The spread of no values. */
    static Spread unknown() {
        return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }

    public boolean isKnown() {
        return !Double.isNaN(median);
    }

    /** The three values with this many decimals; a hyphen if there are none. */
    String text(int decimals) {
        if (!isKnown()) {
            return "-";
        }
        String number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " [" + number + ".." + number + "]", median, min, max);
    }
}
