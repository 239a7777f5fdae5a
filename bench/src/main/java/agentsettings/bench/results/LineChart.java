package agentsettings.bench.results;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines over a logarithmic axis, from zero up; each is named at its end. */
record LineChart(String title, List<Line> lines) {

    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int WIDTH = 460;
    private static final int HEIGHT = 260;
    private static final int STEPS = 4;

    /** A named line. */
    record Line(String name, List<Point> points) {}

    /** A point, with the name of its place on the axis. */
    record Point(String place, double x, Spread y) implements Comparable<Point> {

        @Override
        public int compareTo(Point other) {
            return Double.compare(x, other.x);
        }
    }

    @Override
    public String toString() {
        Svg svg = new Svg(title, LEFT + WIDTH + 190, TOP + HEIGHT + 40);
        double most = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point.y().median())
                .max()
                .orElse(1);
        for (int i = 0; i <= STEPS; i++) {
            double y = TOP + HEIGHT - (double) HEIGHT * i / STEPS;
            svg.grid(LEFT, LEFT + WIDTH, y);
            svg.text(LEFT - 8, y + 4, "end", BarChart.number(most * i / STEPS));
        }
        lines.stream()
                .flatMap(line -> line.points().stream())
                .collect(Collectors.toMap(Point::place, this::x, (one, same) -> one))
                .forEach((place, x) -> svg.text(x, TOP + HEIGHT + 20, "middle", place));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), most, i);
        }
        return svg.toString();
    }

    private void draw(Svg svg, Line line, double most, int color) {
        StringBuilder path = new StringBuilder();
        for (Point point : line.points()) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point), y(point, most)));
            svg.dot(x(point), y(point, most), color);
        }
        svg.path(path.toString().strip(), color);
        Point last = line.points().getLast();
        svg.text(x(last) + 10, y(last, most) + 4, "start", line.name());
    }

    private double x(Point point) {
        double least = log(lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .min()
                .orElse(1));
        double most = log(lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(2));
        return LEFT + WIDTH * (log(point.x()) - least) / Math.max(1e-9, most - least);
    }

    private static double log(double value) {
        return Math.log(Math.max(1, value));
    }

    private static double y(Point point, double most) {
        return TOP + HEIGHT * (1 - point.y().median() / most);
    }
}
