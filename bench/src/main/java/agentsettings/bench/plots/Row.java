package agentsettings.bench.plots;

import agentsettings.bench.results.Spread;
import java.util.Comparator;
import java.util.Locale;

/**
 * A line of a {@link RowPlot}.
 *
 * @param group the heading it stands below
 * @param series decides the color
 */
record Row(String group, String name, String series, Spread value) {

    /** The place of a row or of a heading. Rows of one name below two headings have two places. */
    record Place(String group, String name) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::group).thenComparing(Place::name);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        /** What the plot shows. */
        @Override
        public String toString() {
            return name;
        }
    }

    Place place() {
        return new Place(group, name);
    }

    Place heading() {
        return new Place(group, group);
    }

    /** The median, with three digits or more. */
    String label() {
        double median = value.median();
        return String.format(Locale.ROOT, median < 10 ? "%.2f" : median < 100 ? "%.1f" : "%,.0f", median);
    }
}
