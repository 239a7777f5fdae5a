package agentsettings.bench.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** Fonts, colors and shapes of the plots. The background is white, so that a plot is legible on a dark page, too. */
final class Style {

    /** The family that the layout is computed with. */
    static final String FAMILY = "DejaVu Sans";

    static final Font PLAIN = new Font(FAMILY, Font.PLAIN, 12);
    static final Font BOLD = new Font(FAMILY, Font.BOLD, 12);
    static final Color INK = new Color(0x1f2328);
    static final Color GRID = new Color(0xd8dee4);
    static final BasicStroke THIN = new BasicStroke(1.2f);
    static final BasicStroke LINE = new BasicStroke(2f);

    private static final Font TITLE = new Font(FAMILY, Font.BOLD, 15);

    /** Okabe and Ito's palette, which people with the common kinds of color blindness can tell apart. */
    private static final List<Color> COLORS = List.of(
            new Color(0x0072b2),
            new Color(0xe69f00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0x56b4e9),
            new Color(0xd55e00));

    private static final List<Shape> SHAPES =
            List.of(new Ellipse2D.Double(-4, -4, 8, 8), new Rectangle2D.Double(-3.5, -3.5, 7, 7), triangle());

    static Color color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    static Shape shape(int series) {
        return SHAPES.get(series % SHAPES.size());
    }

    private static Shape triangle() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -4.5);
        path.lineTo(4.5, 4);
        path.lineTo(-4.5, 4);
        path.closePath();
        return path;
    }

    /** The plot with its title and, if there is something to tell apart, a legend. */
    static JFreeChart chart(String title, Plot plot, boolean legend) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 6, 6, 12));
        JFreeChart chart = new JFreeChart(title, TITLE, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 8, 8));
        chart.getTitle().setPaint(INK);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        if (legend) {
            LegendTitle names = chart.getLegend();
            names.setItemFont(PLAIN);
            names.setItemPaint(INK);
            names.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
            names.setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    static void axis(Axis axis) {
        axis.setLabelFont(PLAIN);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(PLAIN);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(GRID);
        axis.setTickMarkPaint(GRID);
    }

    private Style() {}
}
