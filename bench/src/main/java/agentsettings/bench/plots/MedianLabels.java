package agentsettings.bench.plots;

import agentsettings.bench.plots.Row.Place;
import java.util.Map;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/** Labels the ends of whiskers with the medians, instead of the values of the ends. Used by one thread. */
final class MedianLabels extends StandardCategoryItemLabelGenerator {

    private static final long serialVersionUID = 1;

    private final transient Map<Place, String> labels;

    /** A label for each row of the plot. */
    MedianLabels(Map<Place, String> labels) {
        this.labels = labels;
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
        return labels.get(dataset.getColumnKey(column));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
