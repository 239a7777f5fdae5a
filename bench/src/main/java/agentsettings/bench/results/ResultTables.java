package agentsettings.bench.results;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as Markdown tables, one for each group: medians of the rounds, with minimum and maximum in brackets. */
public record ResultTables(Results results) {

    private static final String HEAD = """
            | target | operation | connections | settings | per second | p50 ms | p99 ms | p99.9 ms | CPU µs | all CPU µs | heap bytes | failed |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String HEAD_OF_COUNTS = """
            | target | what | count | seconds |
            |---|---|---|---|
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
        List<Subject> subjects = results.subjects().stream()
                .filter(subject -> subject.group().equals(group))
                .toList();
        boolean counts = subjects.stream().allMatch(subject -> subject.connections() == 0);
        return "## " + group + "\n\n" + (counts ? HEAD_OF_COUNTS : HEAD)
                + subjects.stream().map(counts ? this::count : this::row).collect(Collectors.joining());
    }

    private String count(Subject subject) {
        return Stream.of(
                        subject.target(),
                        subject.operation(),
                        results.spread(subject, Figures::count).text(0),
                        results.spread(subject, Figures::seconds).text(2))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String row(Subject subject) {
        return Stream.of(
                        subject.target(),
                        subject.operation(),
                        subject.connections() == 0 ? "-" : Integer.toString(subject.connections()),
                        String.format(Locale.ROOT, "%,d", subject.settings()),
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
