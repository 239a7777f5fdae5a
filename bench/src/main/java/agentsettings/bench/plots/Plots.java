package agentsettings.bench.plots;

import agentsettings.bench.plots.LinePlot.Line;
import agentsettings.bench.plots.LinePlot.Point;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Results;
import agentsettings.bench.results.Spread;
import agentsettings.bench.results.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The plots of a run's results, as SVG files by their names. */
public record Plots(Results results) {

    private static final String CPU = "CPU time per request";
    private static final String RATE = "Requests per second";
    private static final String AT_CONNECTIONS = ", " + Subject.CONNECTIONS + " connections";
    private static final String MICROS = "µs of CPU time per request";
    private static final String ALL_MICROS = "µs of CPU time per request, PostgreSQL included";
    private static final String PER_SECOND = "requests per second";
    private static final String HALF_LOAD = "create at half load";

    /** Writes them into the folder. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<String, String> plot : files().entrySet()) {
            Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
        }
    }

    /** Those for which something was measured. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        bars(files, "embedded-cpu.svg", CPU + AT_CONNECTIONS, MICROS, rows("embedded", Figures::cpu));
        bars(files, "embedded-rate.svg", RATE + AT_CONNECTIONS, PER_SECOND, rows("embedded", Figures::perSecond));
        bars(
                files,
                "postgres-cpu.svg",
                CPU + " on PostgreSQL" + AT_CONNECTIONS,
                ALL_MICROS,
                rows("postgres", Figures::allCpu));
        bars(
                files,
                "postgres-rate.svg",
                RATE + " on PostgreSQL" + AT_CONNECTIONS,
                PER_SECOND,
                rows("postgres", Figures::perSecond));
        bars(files, "peers-rate.svg", RATE + AT_CONNECTIONS, PER_SECOND, rows("peers", Figures::perSecond));
        byConnections(files, "embedded", RATE + " by connections");
        byConnections(files, "postgres", RATE + " by connections, on PostgreSQL");
        bySettings(files, "sizes", CPU + " by settings stored", MICROS);
        bySettings(files, "postgres-sizes", CPU + " by settings stored, on PostgreSQL", ALL_MICROS);
        latencies(files);
        return files;
    }

    private static void bars(Map<String, String> files, String file, String title, String unit, List<Row> rows) {
        if (!rows.isEmpty()) {
            files.put(file, new RowPlot(title, unit, false, rows).svg());
        }
    }

    private List<Row> rows(String group, ToDoubleFunction<Figures> figure) {
        return results.subjects().stream()
                .filter(subject -> subject.group().equals(group) && subject.connections() == Subject.CONNECTIONS)
                .map(subject -> Kind.row(subject, results.spread(subject, figure)))
                .filter(row -> row.value().isKnown())
                .sorted(Kind.ORDER)
                .toList();
    }

    private void byConnections(Map<String, String> files, String group, String title) {
        List<Line> lines = lines(
                subject -> subject.target() + ": " + subject.operation(),
                subject -> new Point(subject.connections(), results.spread(subject, Figures::perSecond)),
                group);
        if (!lines.isEmpty()) {
            files.put(group + "-connections.svg", new LinePlot(title, "connections", PER_SECOND, lines).svg());
        }
    }

    private void bySettings(Map<String, String> files, String group, String title, String unit) {
        List<Line> lines = lines(
                Subject::operation,
                subject -> new Point(subject.settings(), results.spread(subject, Figures::allCpu)),
                group);
        if (!lines.isEmpty()) {
            files.put(group + "-cpu.svg", new LinePlot(title, "settings stored", unit, lines).svg());
        }
    }

    /** A line for each name with more than one point. */
    private List<Line> lines(Function<Subject, String> name, Function<Subject, Point> point, String group) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        results.subjects().stream()
                .filter(subject -> subject.group().equals(group))
                .forEach(subject -> points.computeIfAbsent(name.apply(subject), any -> new ArrayList<>())
                        .add(point.apply(subject)));
        return points.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Line(
                        each.getKey(), each.getValue().stream().sorted().toList()))
                .toList();
    }

    private void latencies(Map<String, String> files) {
        List<Row> rows = results.subjects().stream()
                .filter(subject -> subject.operation().equals(HALF_LOAD))
                .flatMap(this::latencies)
                .toList();
        if (!rows.isEmpty()) {
            files.put(
                    "half-load.svg",
                    new RowPlot("Latency of creates at half load", "milliseconds, logarithmic", true, rows).svg());
        }
    }

    private Stream<Row> latencies(Subject subject) {
        String group = String.format(
                Locale.ROOT,
                "%s, %,d settings",
                subject.group().startsWith("postgres") ? "PostgreSQL" : "embedded",
                subject.settings());
        return Stream.of(
                latency(group, "p50", results.spread(subject, Figures::p50)),
                latency(group, "p99", results.spread(subject, Figures::p99)),
                latency(group, "p99.9", results.spread(subject, Figures::p999)));
    }

    private static Row latency(String group, String name, Spread value) {
        return new Row(group, name, name, value);
    }
}
