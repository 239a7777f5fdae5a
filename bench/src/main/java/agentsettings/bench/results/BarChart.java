package agentsettings.bench.results;

import java.util.List;
import java.util.Locale;

/** Bars that lie, longest as long as the chart is wide, each with its median and a whisker from the least to the most. */
record BarChart(String title, List<Bar> bars) {

    private static final int NAME = 300;
    private static final int WIDTH = 420;
    private static final int ROW = 22;
    private static final int TOP = 46;

    /** A named value. */
    record Bar(String name, Spread value) {}

    @Override
    public String toString() {
        double most = bars.stream().mapToDouble(bar -> bar.value().most()).max().orElse(1);
        Svg svg = new Svg(title, NAME + WIDTH + 90, TOP + ROW * bars.size() + 10);
        for (int i = 0; i < bars.size(); i++) {
            Spread value = bars.get(i).value();
            int y = TOP + ROW * i;
            double length = WIDTH * value.median() / most;
            svg.text(NAME - 8, y + 14, "end", bars.get(i).name());
            svg.bar(NAME, y + 3, length, ROW - 7);
            svg.whisker(NAME + WIDTH * value.least() / most, NAME + WIDTH * value.most() / most, y + 10);
            svg.text(NAME + WIDTH * value.most() / most + 6, y + 14, "start", number(value.median()));
        }
        return svg.toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
