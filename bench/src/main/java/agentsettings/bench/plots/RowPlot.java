package agentsettings.bench.plots;

import agentsettings.bench.plots.Row.Place;
import agentsettings.bench.results.Spread;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryAnnotation;
import org.jfree.chart.annotations.CategoryLineAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Rows below the headings of their groups, each with its median and a whisker from minimum to maximum. On a linear axis the median is
 * a bar from zero; on a logarithmic one, which has no zero, a point.
 */
record RowPlot(String title, String unit, boolean logarithmic, List<Row> rows) {

    private static final int WIDTH = 800;
    private static final int HEAD = 100;
    private static final int ROW = 22;

    /** The label after the longest whisker needs this share of a linear axis; on a logarithmic one, this factor. */
    private static final double LABEL_SHARE = 0.12;

    private static final double LABEL_SPACE = 1.6;
    private static final double MARGIN = 1.3;
    private static final double LABEL_GAP = 4;
    private static final Shape END = new Line2D.Double(0, -3.5, 0, 3.5);

    /** The plot as SVG. */
    String svg() {
        List<String> series = rows.stream().map(Row::series).distinct().toList();
        List<Place> headings = rows.stream().map(Row::heading).distinct().toList();
        CategoryPlot plot = new CategoryPlot(medians(), names(headings), values(), medianRenderer(series.size()));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setRangeGridlineStroke(Style.THIN);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDataset(1, ends());
        plot.setRenderer(1, endRenderer());
        rows.forEach(row -> plot.addAnnotation(whisker(row)));
        JFreeChart chart = Style.chart(title, plot, series.size() > 1);
        return Svg.of(chart, WIDTH, HEAD + ROW * (rows.size() + headings.size()));
    }

    private CategoryDataset medians() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        fill(dataset, Row::series, Spread::median);
        return dataset;
    }

    /** The ends of the whiskers. */
    private CategoryDataset ends() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        fill(dataset, row -> "min", Spread::min);
        fill(dataset, row -> "max", Spread::max);
        return dataset;
    }

    /** Each heading has a category of its own, without a value. All datasets have the same categories in the same order. */
    private void fill(DefaultCategoryDataset dataset, Function<Row, String> series, ToDoubleFunction<Spread> value) {
        for (Row row : rows) {
            dataset.addValue(null, series.apply(row), row.heading());
            dataset.addValue(value.applyAsDouble(row.value()), series.apply(row), row.place());
        }
    }

    private static CategoryAxis names(List<Place> headings) {
        CategoryAxis names = new CategoryAxis();
        Style.axis(names);
        names.setLowerMargin(0.005);
        names.setUpperMargin(0.005);
        names.setCategoryMargin(0.25);
        names.setTickMarksVisible(false);
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        headings.forEach(heading -> names.setTickLabelFont(heading, Style.BOLD));
        return names;
    }

    private ValueAxis values() {
        ValueAxis axis =
                logarithmic ? ListedTicksAxis.in125(unit, min() / MARGIN, max() * LABEL_SPACE) : new NumberAxis(unit);
        Style.axis(axis);
        axis.setUpperMargin(LABEL_SHARE);
        return axis;
    }

    private double min() {
        return rows.stream().mapToDouble(row -> row.value().min()).min().orElseThrow();
    }

    private double max() {
        return rows.stream().mapToDouble(row -> row.value().max()).max().orElseThrow();
    }

    private CategoryItemRenderer medianRenderer(int series) {
        CategoryItemRenderer renderer = logarithmic ? new LineAndShapeRenderer(false, true) : bars();
        for (int i = 0; i < series; i++) {
            renderer.setSeriesPaint(i, Style.color(i));
            renderer.setSeriesShape(i, Style.shape(i));
        }
        return renderer;
    }

    /** Each end is a short vertical line; the median stands after the greater. */
    private CategoryItemRenderer endRenderer() {
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(false, true);
        renderer.setDefaultSeriesVisibleInLegend(false);
        for (int i = 0; i < ends().getRowCount(); i++) {
            renderer.setSeriesPaint(i, Style.INK);
            renderer.setSeriesShape(i, END);
            renderer.setSeriesStroke(i, Style.THIN);
        }
        Map<Place, String> labels = rows.stream().collect(Collectors.toMap(Row::place, Row::label));
        renderer.setSeriesItemLabelGenerator(1, new MedianLabels(labels));
        renderer.setSeriesItemLabelsVisible(1, true);
        renderer.setDefaultItemLabelFont(Style.PLAIN);
        renderer.setDefaultItemLabelPaint(Style.INK);
        renderer.setItemLabelInsets(new RectangleInsets(0, LABEL_GAP, 0, LABEL_GAP));
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return renderer;
    }

    private static CategoryAnnotation whisker(Row row) {
        return new CategoryLineAnnotation(
                row.place(), row.value().min(), row.place(), row.value().max(), Style.INK, Style.THIN);
    }

    /** Stacked, since a row has a value of one series only, and leaves no room for the others. */
    private static StackedBarRenderer bars() {
        StackedBarRenderer bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        return bars;
    }
}
