package agentsettings.bench.results;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median of several rounds, with the least and the most of them. */
public record Spread(double median, double least, double most) {

    /** What the values give; not a number when there are none. */
    static Spread of(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return unknown();
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Of nothing. */
    static Spread unknown() {
        return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }

    public boolean isKnown() {
        return !Double.isNaN(median);
    }

    /** The three, with so many decimals; a hyphen when nothing is known. */
    String text(int decimals) {
        if (!isKnown()) {
            return "-";
        }
        String number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " [" + number + ".." + number + "]", median, least, most);
    }
}
