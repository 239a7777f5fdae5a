package agentsettings.bench.results;

import agentsettings.bench.results.BarChart.Bar;
import agentsettings.bench.results.LineChart.Line;
import agentsettings.bench.results.LineChart.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What can be seen at a glance, as SVG files by their names. */
public record Plots(Results results) {

    private static final String CPU = "CPU µs a request, " + Subject.CONNECTIONS + " connections";
    private static final String RATE = "Requests a second, " + Subject.CONNECTIONS + " connections";

    /** Those for which something was measured. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        bars(files, "embedded-cpu.svg", "embedded", CPU, Figures::cpu);
        bars(files, "embedded-rate.svg", "embedded", RATE, Figures::perSecond);
        bars(files, "postgres-cpu.svg", "postgres", CPU, Figures::allCpu);
        bars(files, "postgres-rate.svg", "postgres", RATE, Figures::perSecond);
        bars(files, "peers-rate.svg", "peers", RATE, Figures::perSecond);
        lines(files, "embedded-connections.svg", "Requests a second by connections", byConnections("embedded"));
        lines(
                files,
                "postgres-connections.svg",
                "Requests a second by connections, PostgreSQL",
                byConnections("postgres"));
        lines(files, "sizes-cpu.svg", "CPU µs a request by settings kept", bySettings("sizes"));
        lines(
                files,
                "postgres-sizes-cpu.svg",
                "CPU µs a request by settings kept, PostgreSQL",
                bySettings("postgres-sizes"));
        bars(files, "half-load.svg", halfLoad(), "Creates at half load: ms until answered");
        return files;
    }

    private void bars(
            Map<String, String> files, String file, String group, String title, ToDoubleFunction<Figures> figure) {
        bars(
                files,
                file,
                results.subjects().stream()
                        .filter(subject ->
                                subject.group().equals(group) && subject.connections() == Subject.CONNECTIONS)
                        .map(subject ->
                                new Bar(subject.target() + ": " + subject.operation(), results.spread(subject, figure)))
                        .filter(bar -> bar.value().isKnown())
                        .toList(),
                title);
    }

    private static void bars(Map<String, String> files, String file, List<Bar> bars, String title) {
        if (!bars.isEmpty()) {
            files.put(file, new BarChart(title, bars).toString());
        }
    }

    private static void lines(Map<String, String> files, String file, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            files.put(file, new LineChart(title, lines).toString());
        }
    }

    private List<Line> byConnections(String group) {
        return lines(
                subject -> subject.target() + ": " + subject.operation(),
                subject -> new Point(
                        Integer.toString(subject.connections()),
                        subject.connections(),
                        results.spread(subject, Figures::perSecond)),
                results.subjects().stream().filter(subject -> subject.group().equals(group)));
    }

    private List<Line> bySettings(String group) {
        return lines(
                Subject::operation,
                subject -> new Point(
                        "%,d".formatted(subject.settings()),
                        subject.settings(),
                        results.spread(subject, Figures::allCpu)),
                results.subjects().stream().filter(subject -> subject.group().equals(group)));
    }

    private static List<Line> lines(
            Function<Subject, String> name, Function<Subject, Point> point, Stream<Subject> subjects) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        subjects.forEach(subject -> points.computeIfAbsent(name.apply(subject), any -> new ArrayList<>())
                .add(point.apply(subject)));
        return points.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Line(
                        each.getKey(), each.getValue().stream().sorted().toList()))
                .toList();
    }

    private List<Bar> halfLoad() {
        Map<String, ToDoubleFunction<Figures>> shares = new LinkedHashMap<>();
        shares.put("p50", Figures::p50);
        shares.put("p99", Figures::p99);
        shares.put("p99.9", Figures::p999);
        return results.subjects().stream()
                .filter(subject -> subject.operation().equals("create at half load"))
                .flatMap(subject -> shares.entrySet().stream()
                        .map(share -> new Bar(
                                subject.group() + ", " + subject.target() + ": " + share.getKey(),
                                results.spread(subject, share.getValue()))))
                .toList();
    }
}
