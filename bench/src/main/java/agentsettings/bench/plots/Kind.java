package agentsettings.bench.plots;

import agentsettings.bench.results.Spread;
import agentsettings.bench.results.Subject;
import java.util.Comparator;
import java.util.stream.Stream;

/** What a request does, in the order of a plot's groups. Bars of one kind stand together, since they can be compared. */
enum Kind {
    CREATE("Create"),
    QUERY("Query"),
    OTHER("Other operations"),
    FIXED("Fixed response, nothing stored"),
    DISK("Disk");

    /** By kind, the service first, each target's plain operation before its variants. */
    static final Comparator<Row> ORDER = Comparator.<Row, Kind>comparing(Kind::of)
            .thenComparing(row -> !row.series().equals("service"))
            .thenComparing(Row::series)
            .thenComparingInt(row -> row.name().length());

    private final String heading;

    Kind(String heading) {
        this.heading = heading;
    }

    private static Kind of(String operation) {
        if (operation.contains("create")) {
            return CREATE;
        }
        if (operation.startsWith("quer")) {
            return QUERY;
        }
        return switch (operation) {
            case "fixed" -> FIXED;
            case "fdatasync of 4 KiB" -> DISK;
            default -> OTHER;
        };
    }

    private static Kind of(Row row) {
        return Stream.of(values())
                .filter(kind -> kind.heading.equals(row.group()))
                .findFirst()
                .orElseThrow();
    }

    /** The row of a subject, named by its target where the heading says the operation. */
    static Row row(Subject subject, Spread value) {
        Kind kind = of(subject.operation());
        boolean plain = kind == FIXED || subject.operation().equalsIgnoreCase(kind.heading);
        String name = plain ? subject.target() : subject.target() + ": " + subject.operation();
        return new Row(kind.heading, name, subject.target(), value);
    }
}
