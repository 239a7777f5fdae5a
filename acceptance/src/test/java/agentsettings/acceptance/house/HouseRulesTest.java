package agentsettings.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the house, held against every main source. Each failure lists what breaks the rule. */
final class HouseRulesTest {

    private static final int FILE_LINES_MAX = 200;
    private static final int METHOD_LINES_MAX = 30;
    private static final int PARAMETERS_MAX = 5;
    private static final int TYPES_IN_PACKAGE_MAX = 16;

    /** Which packages of ours a package may import from, besides itself. Arrows run one way. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("agentsettings.core.apps", List.of()),
            Map.entry("agentsettings.core.settings", List.of()),
            Map.entry("agentsettings.core.users", List.of()),
            Map.entry("agentsettings.core.commands", core("apps", "settings", "users")),
            Map.entry("agentsettings.core.rules", core("apps", "settings", "users", "commands")),
            Map.entry("agentsettings.core.store", core("apps", "users", "commands")),
            Map.entry("agentsettings.wire", core("settings", "commands", "rules", "store")),
            Map.entry("agentsettings.storage", core("commands", "store")),
            Map.entry(
                    "agentsettings.storage.sqlite",
                    with(
                            core("apps", "settings", "users", "commands", "store"),
                            "agentsettings.storage",
                            "agentsettings.storage.jdbc")),
            Map.entry("agentsettings.storage.jdbc", core("apps", "settings", "users", "commands")),
            Map.entry(
                    "agentsettings.storage.postgres",
                    with(
                            core("apps", "settings", "users", "commands", "store"),
                            "agentsettings.storage",
                            "agentsettings.storage.postgres.sets",
                            "agentsettings.storage.jdbc")),
            Map.entry(
                    "agentsettings.storage.postgres.sets",
                    with(core("apps", "settings", "commands"), "agentsettings.storage.jdbc")),
            Map.entry(
                    "agentsettings.storage.copy",
                    with(core("store"), "agentsettings.storage", "agentsettings.storage.postgres")),
            Map.entry("agentsettings.server.config", List.of()),
            Map.entry("agentsettings.server.http", List.of()),
            Map.entry("agentsettings.server.security", with(core("apps", "store"), "agentsettings.wire")),
            Map.entry(
                    "agentsettings.server.routes",
                    with(
                            core("apps", "commands", "rules", "store"),
                            "agentsettings.wire",
                            "agentsettings.server.http",
                            "agentsettings.server.security")),
            Map.entry(
                    "agentsettings.bench.jmh",
                    with(
                            core("apps", "commands", "rules", "settings", "store", "users"),
                            "agentsettings.storage",
                            "agentsettings.storage.jdbc",
                            "agentsettings.storage.sqlite",
                            "agentsettings.server.security",
                            "agentsettings.wire",
                            "agentsettings.bench.load")),
            Map.entry("agentsettings.bench.results", List.of()),
            Map.entry("agentsettings.bench.plots", List.of("agentsettings.bench.results")),
            Map.entry("agentsettings.bench.servers", List.of()),
            Map.entry(
                    "agentsettings.bench.load",
                    with(
                            core("apps", "settings", "commands", "store"),
                            "agentsettings.storage",
                            "agentsettings.storage.sqlite",
                            "agentsettings.storage.postgres",
                            "agentsettings.bench.results",
                            "agentsettings.bench.servers")),
            Map.entry(
                    "agentsettings.bench.groups",
                    List.of("agentsettings.bench.results", "agentsettings.bench.servers", "agentsettings.bench.load")));

    /** The composition root and the command line put everything together, and may see it. */
    private static final List<String> SEE_EVERYTHING = List.of(
            "agentsettings.server",
            "agentsettings.cli",
            "agentsettings.cli.app",
            "agentsettings.cli.db",
            "agentsettings.cli.options",
            "agentsettings.cli.user",
            "agentsettings.bench");

    private static final Pattern NAMES_THAT_SAY_NOTHING =
            Pattern.compile("\\b(util|utils|common|helper|helpers|impl|manager|service)\\b");

    private static final Pattern WALL_CLOCK = Pattern.compile(
            "Instant\\.now\\(|currentTimeMillis\\(|LocalDate(Time)?\\.now\\(|InstantSource\\.system\\(");

    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(");

    private static final Pattern LEFT_UNDONE =
            Pattern.compile("TODO|FIXME|XXX|not implemented|UnsupportedOperationException");

    private final List<SourceFile> sources = SourceFile.all();

    @Test
    void thereAreSourcesInEveryModule() {
        assertThat(sources.stream().map(SourceFile::module).distinct())
                .containsExactly("core", "wire", "storage", "server", "cli", "bench");
    }

    @Test
    void filesAndMethodsAreShort() {
        List<String> long_ = new ArrayList<>();
        for (SourceFile source : sources) {
            if (source.lines().size() > FILE_LINES_MAX) {
                long_.add(source.name() + " has " + source.lines().size() + " lines");
            }
            source.methods().stream()
                    .filter(method -> method.lines() > METHOD_LINES_MAX || method.parameters() > PARAMETERS_MAX)
                    .filter(method -> !method.name().equals("<init>"))
                    .forEach(method -> long_.add(source.name() + ": " + method));
        }
        assertThat(long_).isEmpty();
    }

    @Test
    void packagesHoldFewTypesAndHaveNamesThatSaySomething() {
        Map<String, Long> types = sources.stream()
                .filter(source -> !source.name().equals("package-info.java"))
                .collect(Collectors.groupingBy(SourceFile::packageName, Collectors.counting()));
        assertThat(types).allSatisfy((name, count) -> {
            assertThat(count).as(name).isLessThanOrEqualTo(TYPES_IN_PACKAGE_MAX);
            assertThat(NAMES_THAT_SAY_NOTHING.matcher(name).find()).as(name).isFalse();
        });
        assertThat(sources.stream()
                        .filter(source -> source.name().equals("package-info.java"))
                        .map(SourceFile::packageName))
                .containsExactlyInAnyOrderElementsOf(types.keySet());
    }

    @Test
    void everyTypeSaysWhatItIs() {
        assertThat(sources.stream().flatMap(source -> source.undocumentedTypes().stream()))
                .isEmpty();
    }

    @Test
    void arrowsRunOneWay() {
        List<String> wrong = new ArrayList<>();
        for (SourceFile source : sources) {
            String from = source.packageName();
            if (SEE_EVERYTHING.contains(from)) {
                continue;
            }
            assertThat(ARROWS).as("a package that the arrows don't know").containsKey(from);
            source.importedPackages().stream()
                    .filter(to -> !to.equals(from) && !ARROWS.get(from).contains(to))
                    .forEach(to -> wrong.add(source.name() + " imports from " + to));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTimeComesFromAClockThatIsHandedIn() {
        assertThat(found(WALL_CLOCK)).allMatch(line -> line.startsWith("cli/") || line.startsWith("bench/"));
        assertThat(found(SLEEP)).isEmpty();
    }

    @Test
    void nothingIsLeftUndone() {
        assertThat(found(LEFT_UNDONE)).isEmpty();
    }

    private List<String> found(Pattern pattern) {
        return sources.stream()
                .flatMap(source -> source.lines().stream()
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> source.module() + "/" + source.name() + ": " + line.strip()))
                .toList();
    }

    private static List<String> core(String... packages) {
        return List.of(packages).stream()
                .map(name -> "agentsettings.core." + name)
                .toList();
    }

    private static List<String> with(List<String> packages, String... more) {
        List<String> all = new ArrayList<>(packages);
        all.addAll(List.of(more));
        return all;
    }
}
