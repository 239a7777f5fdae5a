package agentsettings.bench.results;

import java.util.Locale;

/** A drawing with a title, in colors that can be read on white and on black. Used by one thread. */
final class Svg {

    private static final String[] COLORS = {"#2f81f7", "#e36209", "#2da44e", "#bf3989", "#8250df", "#bf8700"};
    private static final String INK = "#7d8590";

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;

    Svg(String title, int width, int height) {
        this.width = width;
        this.height = height;
        append("<text x='12' y='26' font-size='15' font-weight='600' fill='" + INK + "'>" + escaped(title) + "</text>");
    }

    void text(double x, double y, String anchor, String text) {
        append("<text x='" + at(x) + "' y='" + at(y) + "' text-anchor='" + anchor + "' fill='" + INK + "'>"
                + escaped(text) + "</text>");
    }

    void bar(double x, double y, double length, double thickness) {
        append("<rect x='" + at(x) + "' y='" + at(y) + "' width='" + at(length) + "' height='" + at(thickness)
                + "' fill='" + COLORS[0] + "'/>");
    }

    /** From the least to the most. */
    void whisker(double from, double to, double y) {
        line(from, y, to, y, "stroke='" + COLORS[1] + "' stroke-width='2'");
    }

    void grid(double from, double to, double y) {
        line(from, y, to, y, "stroke='" + INK + "' stroke-opacity='0.35'");
    }

    private void line(double x1, double y1, double x2, double y2, String stroke) {
        append("<line x1='" + at(x1) + "' y1='" + at(y1) + "' x2='" + at(x2) + "' y2='" + at(y2) + "' " + stroke
                + "/>");
    }

    void dot(double x, double y, int color) {
        append("<circle cx='" + at(x) + "' cy='" + at(y) + "' r='3.5' fill='" + color(color) + "'/>");
    }

    void path(String points, int color) {
        append("<polyline points='" + points + "' fill='none' stroke='" + color(color) + "' stroke-width='2'/>");
    }

    private static String color(int number) {
        return COLORS[number % COLORS.length];
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void append(String shape) {
        shapes.append(shape).append('\n');
    }

    /** A length or place, to a tenth. */
    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    @Override
    public String toString() {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + width + " " + height + "' width='" + width
                + "' height='" + height + "' font-family='sans-serif' font-size='12'>\n" + shapes + "</svg>\n";
    }
}
