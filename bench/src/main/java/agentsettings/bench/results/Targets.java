package agentsettings.bench.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures that the service is to reach, and those measured. */
public record Targets(Results results) {

    /** CPU time of nginx's fixed response on the machine that the limits were set for: a quiet core of 2026. */
    private static final double QUIET_NGINX_MICROS = 5.1;

    private static final String SERVICE = "service";

    @Override
    public String toString() {
        return "| what | target | measured | |\n|---|---|---|---|\n"
                + all().map(Target::toString).collect(Collectors.joining());
    }

    /** Those that the older run reached and this one misses by more than a factor. */
    List<Target> lostSince(Results older, double factor) {
        Set<String> reached = new Targets(older)
                .all()
                .filter(Target::isReached)
                .map(Target::what)
                .collect(Collectors.toSet());
        return all().filter(target -> target.isMissedBy(factor))
                .filter(target -> reached.contains(target.what()))
                .toList();
    }

    private Stream<Target> all() {
        return Stream.of(embedded(), sizes(), postgres(), start()).flatMap(List::stream);
    }

    private List<Target> embedded() {
        Optional<Subject> nginx = usual("embedded", "nginx", "fixed");
        Optional<Subject> create = usual("embedded", SERVICE, "create");
        Optional<Subject> update = usual("embedded", SERVICE, "update");
        Optional<Subject> query = usual("embedded", SERVICE, "query");
        Spread ofRawStore = ratio(create, usual("embedded", "raw store", "create"), Figures::perSecond);
        return List.of(
                Target.atLeast("creates / the raw group commit", ofRawStore, 0.70),
                Target.atLeast("creates / nginx's fixed response", ratio(create, nginx, Figures::perSecond), 0.30),
                Target.atLeast("queries / nginx's fixed response", ratio(query, nginx, Figures::perSecond), 0.50),
                quietCpu("create", create, nginx, 18),
                quietCpu("update", update, nginx, 25),
                quietCpu("query", query, nginx, 13),
                quietCpu("token", usual("embedded", SERVICE, "token"), nginx, 25));
    }

    /** Scaled to the speed of the core that the limits were set for, by nginx's figures on both. */
    private Target quietCpu(String operation, Optional<Subject> subject, Optional<Subject> nginx, double limit) {
        Spread scaled = ratio(subject, nginx, figures -> figures.cpu() * QUIET_NGINX_MICROS, Figures::cpu);
        return Target.atMost(
                "CPU µs per " + operation + ", scaled to a core where nginx takes " + QUIET_NGINX_MICROS,
                scaled,
                limit);
    }

    private List<Target> sizes() {
        return List.of(
                Target.atMost("CPU of creates, 5 million settings / 10 thousand", grown("create"), 1.3),
                Target.atMost("CPU of queries, 5 million settings / 10 thousand", grown("query"), 1.2),
                Target.atMost("p99.9 of creates at half load, ms", halfLoad("10 thousand"), 20),
                Target.atMost("the same at 5 million settings, ms", halfLoad("5 million"), 20));
    }

    private Spread grown(String operation) {
        return ratio(
                usual("sizes", "service of 5 million", operation),
                usual("sizes", "service of 10 thousand", operation),
                Figures::cpu);
    }

    private Spread halfLoad(String size) {
        return spread(usual("sizes", "service of " + size, "create at half load"), Figures::p999);
    }

    private List<Target> postgres() {
        Optional<Subject> create = usual("postgres", SERVICE, "create");
        Optional<Subject> query = usual("postgres", SERVICE, "query");
        Optional<Subject> pgbench = usual("postgres", "pgbench", "create");
        Spread byStore = ratio(usual("postgres", "raw store", "create"), pgbench, Figures::perSecond);
        Spread selects = ratio(query, usual("postgres", "pgbench", "query"), Figures::allCpu);
        Spread springCreates = ratio(create, usual("postgres", "spring", "create"), Figures::perSecond);
        Spread springQueries = ratio(query, usual("postgres", "spring", "query"), Figures::perSecond);
        return List.of(
                Target.atLeast("PostgreSQL: creates by the store / pgbench, one transaction each", byStore, 3),
                Target.atLeast(
                        "PostgreSQL: creates over HTTP / pgbench", ratio(create, pgbench, Figures::perSecond), 3),
                Target.atMost("PostgreSQL: CPU of queries, all processes / pgbench", selects, 1.3),
                Target.atLeast("PostgreSQL: creates / the conventional stack", springCreates, 5),
                Target.atLeast("PostgreSQL: queries / the conventional stack", springQueries, 3));
    }

    private List<Target> start() {
        Optional<Subject> first = results.subject("start", SERVICE, "first 200", 0);
        Optional<Subject> resident = results.subject("start", SERVICE, "MB resident after start", 0);
        Optional<Subject> later = results.subject("memory", SERVICE, "MB resident after a million creates", 0);
        return List.of(
                Target.atMost("start to the first 200, s", spread(first, Figures::seconds), 0.7),
                Target.atMost("resident after the start, MB", spread(resident, Figures::count), 120),
                Target.atMost("resident after a million creates, MB", spread(later, Figures::count), 400));
    }

    private Optional<Subject> usual(String group, String target, String operation) {
        return results.subject(group, target, operation, Subject.CONNECTIONS);
    }

    private Spread spread(Optional<Subject> subject, ToDoubleFunction<Figures> figure) {
        return subject.map(each -> results.spread(each, figure)).orElse(Spread.unknown());
    }

    private Spread ratio(Optional<Subject> above, Optional<Subject> below, ToDoubleFunction<Figures> figure) {
        return ratio(above, below, figure, figure);
    }

    private Spread ratio(
            Optional<Subject> above,
            Optional<Subject> below,
            ToDoubleFunction<Figures> figure,
            ToDoubleFunction<Figures> otherFigure) {
        return above.flatMap(a -> below.map(b -> results.ratio(a, figure, b, otherFigure)))
                .orElse(Spread.unknown());
    }
}
