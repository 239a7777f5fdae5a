package agentsettings.bench.results;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as tables in Markdown, one for each group: medians, with the least and the most of the rounds in brackets. */
public record Table(Results results) {

    private static final String HEAD = """
            | target | operation | connections | settings | per second | p50 ms | p99 ms | p99.9 ms | CPU µs | all CPU µs | heap bytes | failed |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    @Override
    public String toString() {
        return results.subjects().stream()
                .map(Subject::group)
                .distinct()
                .map(this::table)
                .collect(Collectors.joining("\n"));
    }

    private String table(String group) {
        return "## " + group + "\n\n" + HEAD
                + results.subjects().stream()
                        .filter(subject -> subject.group().equals(group))
                        .map(this::row)
                        .collect(Collectors.joining());
    }

    private String row(Subject subject) {
        return Stream.of(
                        subject.target(),
                        subject.operation(),
                        subject.connections() == 0 ? "-" : Integer.toString(subject.connections()),
                        "%,d".formatted(subject.settings()),
                        results.spread(subject, Figures::perSecond).text(0),
                        results.spread(subject, Figures::p50).text(2),
                        results.spread(subject, Figures::p99).text(1),
                        results.spread(subject, Figures::p999).text(1),
                        results.spread(subject, Figures::cpu).text(1),
                        results.spread(subject, Figures::allCpu).text(1),
                        results.spread(subject, Figures::allocated).text(0),
                        results.spread(subject, Figures::failures).text(0))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
