package agentsettings.bench.plots;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with a tick at each of the given values; JFreeChart's own has them at powers. Used by one thread. */
final class ListedTicksAxis extends LogAxis {

    private static final long serialVersionUID = 1;

    private static final double[] STEPS = {1, 2, 5};
    private static final int DECADE_MIN = -3;
    private static final int DECADE_MAX = 6;

    private final transient List<Double> values;

    /** Values in ascending order. */
    ListedTicksAxis(String label, List<Double> values, double from, double to) {
        super(label);
        this.values = values;
        setRange(from, to);
    }

    /** Ticks at 1, 2, 5, 10, 20, 50 and so on, as far as they are in the range. */
    static ListedTicksAxis in125(String label, double from, double to) {
        List<Double> steps = DoubleStream.iterate(DECADE_MIN, decade -> decade <= DECADE_MAX, decade -> decade + 1)
                .flatMap(decade -> DoubleStream.of(STEPS).map(step -> step * Math.pow(10, decade)))
                .filter(value -> value >= from && value <= to)
                .boxed()
                .toList();
        return new ListedTicksAxis(label, steps, from, to);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return values.stream()
                .map(value -> new NumberTick(value, text(value), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0))
                .toList();
    }

    private static String text(double value) {
        return value < 1 ? Double.toString(value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
