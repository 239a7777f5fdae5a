package agentsettings.bench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All measurements of a run, in order. */
public record Results(List<Measurement> measurements) {

    private static final String HEAD = "group,target,operation,connections,settings,round,"
            + "count,failures,seconds,p50_ms,p99_ms,p999_ms,cpu_us,all_cpu_us,allocated_bytes";
    /** The name of the file in a folder of results. */
    public static final String FILE = "results.csv";

    public List<Subject> subjects() {
        return measurements.stream().map(Measurement::subject).distinct().toList();
    }

    /** The subject of this group, target, operation and number of connections, if it was measured. */
    Optional<Subject> subject(String group, String target, String operation, int connections) {
        return subjects().stream()
                .filter(each -> each.group().equals(group)
                        && each.target().equals(target)
                        && each.operation().equals(operation)
                        && each.connections() == connections)
                .findFirst();
    }

    public Spread spread(Subject subject, ToDoubleFunction<Figures> figure) {
        return Spread.of(of(subject).map(Measurement::figures).mapToDouble(figure));
    }

    /** The ratio of two subjects within each round, which doesn't depend on the machine's speed. */
    Spread ratio(Subject above, Subject below, ToDoubleFunction<Figures> figure) {
        return ratio(above, figure, below, figure);
    }

    Spread ratio(
            Subject above, ToDoubleFunction<Figures> figure, Subject below, ToDoubleFunction<Figures> otherFigure) {
        return Spread.of(of(above)
                .flatMapToDouble(measured -> of(below)
                        .filter(other -> other.round() == measured.round())
                        .mapToDouble(other -> figure.applyAsDouble(measured.figures())
                                / otherFigure.applyAsDouble(other.figures()))));
    }

    private Stream<Measurement> of(Subject subject) {
        return measurements.stream().filter(each -> each.subject().equals(subject));
    }

    /** Writes one line for each measurement to the file in the folder. */
    public void write(Path folder) {
        try {
            Files.writeString(
                    folder.resolve(FILE),
                    measurements.stream().map(Results::line).collect(Collectors.joining("\n", HEAD + "\n", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of results in this one, the oldest first. */
    public static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(folder -> Files.exists(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        }
    }

    /** Reads the file in the folder. */
    public static Results read(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve(FILE))) {
            return new Results(
                    lines.skip(1).map(Results::measurement).collect(Collectors.toCollection(ArrayList::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Measurement measurement) {
        Subject subject = measurement.subject();
        Figures figures = measurement.figures();
        return Stream.of(
                        subject.group(),
                        subject.target(),
                        subject.operation(),
                        subject.connections(),
                        subject.settings(),
                        measurement.round(),
                        figures.count(),
                        figures.failures(),
                        figures.seconds(),
                        figures.p50(),
                        figures.p99(),
                        figures.p999(),
                        figures.cpuMicros(),
                        figures.allCpuMicros(),
                        figures.allocatedBytes())
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private static Measurement measurement(String line) {
        String[] field = line.split(",", -1);
        Subject subject =
                new Subject(field[0], field[1], field[2], Integer.parseInt(field[3]), Long.parseLong(field[4]));
        Figures figures = new Figures(
                Long.parseLong(field[6]),
                Long.parseLong(field[7]),
                Double.parseDouble(field[8]),
                Double.parseDouble(field[9]),
                Double.parseDouble(field[10]),
                Double.parseDouble(field[11]),
                Double.parseDouble(field[12]),
                Double.parseDouble(field[13]),
                Double.parseDouble(field[14]));
        return new Measurement(subject, Integer.parseInt(field[5]), figures);
    }
}
