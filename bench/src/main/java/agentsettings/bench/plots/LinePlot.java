package agentsettings.bench.plots;

import agentsettings.bench.results.Spread;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Lines over a logarithmic axis, with a whisker from minimum to maximum at each point. The other axis begins at zero. */
record LinePlot(String title, String xName, String yName, List<Line> lines) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final double MARGIN = 1.4;

    /** A named line. */
    record Line(String name, List<Point> points) {}

    /** A point of a line. */
    record Point(double x, Spread y) implements Comparable<Point> {

        @Override
        public int compareTo(Point other) {
            return Double.compare(x, other.x);
        }
    }

    /** The plot as SVG. */
    String svg() {
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setErrorStroke(Style.THIN);
        for (int i = 0; i < lines.size(); i++) {
            dataset.addSeries(series(lines.get(i)));
            renderer.setSeriesPaint(i, Style.color(i));
            renderer.setSeriesShape(i, Style.shape(i));
            renderer.setSeriesStroke(i, Style.LINE);
        }
        NumberAxis values = new NumberAxis(yName);
        Style.axis(values);
        XYPlot plot = new XYPlot(dataset, places(), values, renderer);
        plot.setDomainGridlinePaint(Style.GRID);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setDomainGridlineStroke(Style.THIN);
        plot.setRangeGridlineStroke(Style.THIN);
        return Svg.of(Style.chart(title, plot, true), WIDTH, HEIGHT);
    }

    private static YIntervalSeries series(Line line) {
        YIntervalSeries series = new YIntervalSeries(line.name());
        for (Point point : line.points()) {
            Spread y = point.y();
            series.add(point.x(), y.median(), y.min(), y.max());
        }
        return series;
    }

    private ValueAxis places() {
        List<Double> places = lines.stream()
                .flatMap(line -> line.points().stream())
                .map(Point::x)
                .distinct()
                .sorted()
                .toList();
        ValueAxis axis = new ListedTicksAxis(xName, places, places.getFirst() / MARGIN, places.getLast() * MARGIN);
        Style.axis(axis);
        return axis;
    }
}
