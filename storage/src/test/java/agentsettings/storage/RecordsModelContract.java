package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.rules.CallFacts;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is stored and whatever is sought, lists and counts are those of a plain list. An engine is tested by a subclass. */
public abstract class RecordsModelContract {

    /** Letters that are each other's upper and lower case in several ways, and LIKE's special characters. */
    private static final String CHARACTERS = "aAöÖkK\u212AsS\u017FiI\u0131\u0130ß%_\\'σςΣ";

    /** Numbers of which some are parts of others. */
    private static final List<String> NUMBERS = List.of("1", "12", "21", "121", "+1", "*1#", "123456789012345");

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));

    /** An engine with an empty database. */
    protected abstract Engine engine() throws IOException;

    /** A user, and its settings or null. */
    record Agent(String userId, Caller caller, String name, UserStatus status, OutboundSettings settings) {}

    /** What is sought, of users and of settings. */
    record Search(
            Optional<String> text,
            Optional<UserStatus> status,
            Optional<Boolean> hasSettings,
            Optional<CallType> callType,
            Optional<String> number,
            Optional<String> displayNumber,
            Optional<String> softphoneNumber) {}

    @Property(seed = "4477120912345678", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void listsAgreeWithAPlainList(
            @ForAll("agents") List<Agent> agents,
            @ForAll("searches") List<Search> searches,
            @ForAll("sizes") int pageSize,
            @ForAll("sizes") int searchedRowsMax)
            throws IOException {
        try (Engine engine = engine()) {
            store(engine, agents);
            try (Records records = engine.openRecords(CLOCK, searchedRowsMax)) {
                for (Search search : searches) {
                    requireUsers(records, agents, search, pageSize);
                    requireSettings(records, agents, search, pageSize);
                }
                requireFailures(records, agents, false);
                engine.execute("INSERT INTO tenant_space (tenant_id, created_at, access_code) VALUES ('"
                        + Samples.CALLER.tenantId() + "', 0, '+49')");
                requireFailures(records, agents, true);
            }
        }
    }

    private static void store(Engine engine, List<Agent> agents) {
        try (Store store = engine.open(CLOCK)) {
            for (Agent agent : agents) {
                UserProfile profile =
                        new UserProfile("account-" + agent.userId, agent.name, null, null, null, agent.status);
                store.write(new AddUser(agent.caller, agent.userId, "s" + agent.userId, profile))
                        .toCompletableFuture()
                        .join();
                if (agent.settings != null) {
                    store.write(new CreateSettings(agent.caller, agent.userId, agent.settings, null))
                            .toCompletableFuture()
                            .join();
                }
            }
        }
    }

    private static void requireUsers(Records records, List<Agent> agents, Search search, int pageSize) {
        UserFilter filter = new UserFilter(Samples.CALLER.tenantId(), search.text, search.status, search.hasSettings);
        List<String> expected = expected(
                agents,
                search,
                agent -> search.status.map(agent.status::equals).orElse(true)
                        && search.hasSettings
                                .map(has -> has == (agent.settings != null))
                                .orElse(true));
        assertThat(all(
                        page -> records.users(filter, page, pageSize),
                        user -> user.key().userId()))
                .as("users of %s", filter)
                .isEqualTo(expected);
        assertThat(records.count(filter)).as("count of %s", filter).isEqualTo(expected.size());
    }

    private static void requireSettings(Records records, List<Agent> agents, Search search, int pageSize) {
        SettingsFilter filter = new SettingsFilter(
                Samples.CALLER.tenantId(),
                search.text,
                search.callType,
                search.number,
                search.displayNumber,
                search.softphoneNumber,
                Optional.empty(),
                false);
        List<String> expected =
                expected(agents, search, agent -> agent.settings != null && areSought(agent.settings, search));
        assertThat(all(
                        page -> records.settings(filter, page, pageSize),
                        found -> found.key().userId()))
                .as("settings of %s", filter)
                .isEqualTo(expected);
        assertThat(records.count(filter)).as("count of %s", filter).isEqualTo(expected.size());
    }

    private static void requireFailures(Records records, List<Agent> agents, boolean hasAccessCode) {
        long expected = agents.stream()
                .filter(agent -> agent.caller.equals(Samples.CALLER) && agent.settings != null)
                .filter(agent -> CallFacts.of(agent.settings, agent.status).callWouldFail(hasAccessCode))
                .count();
        assertThat(records.summary(Samples.CALLER.tenantId()).wouldFail())
                .as("settings that would fail, access code: %s", hasAccessCode)
                .isEqualTo(expected);
    }

    private static boolean areSought(OutboundSettings settings, Search search) {
        List<PhoneNumber> display = numbers(settings.displayNumbers(), settings.defaultDisplayNumber());
        List<PhoneNumber> softphone = numbers(settings.softphoneNumbers(), settings.defaultSoftphoneNumber());
        return search.callType.map(type -> type == settings.callType()).orElse(true)
                && search.displayNumber
                        .map(number -> display.contains(new PhoneNumber(number)))
                        .orElse(true)
                && search.softphoneNumber
                        .map(number -> softphone.contains(new PhoneNumber(number)))
                        .orElse(true)
                && search.number
                        .map(PhoneNumber::new)
                        .map(number -> display.contains(number) || softphone.contains(number))
                        .orElse(true);
    }

    private static List<PhoneNumber> numbers(List<PhoneNumber> list, PhoneNumber number) {
        return Stream.concat(list == null ? Stream.empty() : list.stream(), Stream.ofNullable(number))
                .toList();
    }

    private static List<String> expected(List<Agent> agents, Search search, Predicate<Agent> condition) {
        return agents.stream()
                .filter(agent -> agent.caller.equals(Samples.CALLER))
                .filter(agent -> search.text.map(text -> isIn(agent, text)).orElse(true))
                .filter(condition)
                .map(Agent::userId)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static boolean isIn(Agent agent, String text) {
        return Stream.of(agent.userId, "s" + agent.userId, "account-" + agent.userId, agent.name)
                .anyMatch(field -> folded(field).contains(folded(text)));
    }

    private static String folded(String text) {
        return text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <T> List<String> all(Function<String, Page<T>> pages, Function<T, String> userId) {
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Page<T> page = pages.apply(next.get());
            page.items().forEach(item -> all.add(userId.apply(item)));
            next = page.next();
        }
        return all;
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 3, 5, 100);
    }

    /** Every third is of another tenant space. */
    @Provide
    Arbitrary<List<Agent>> agents() {
        Arbitrary<Caller> callers = Arbitraries.of(Samples.CALLER, Samples.CALLER, Samples.OTHER_TENANT);
        return Combinators.combine(
                        callers,
                        texts(6),
                        Arbitraries.of(UserStatus.class),
                        outbound().injectNull(0.3))
                .as((caller, name, status, settings) -> new Agent("", caller, name, status, settings))
                .list()
                .ofMaxSize(12)
                .map(agents -> IntStream.range(0, agents.size())
                        .mapToObj(i -> withId(agents.get(i), "u" + i * 7 % 12))
                        .toList());
    }

    private static Agent withId(Agent agent, String userId) {
        return new Agent(userId, agent.caller, agent.name, agent.status, agent.settings);
    }

    @Provide
    Arbitrary<List<Search>> searches() {
        return Combinators.combine(
                        texts(2).optional(0.5),
                        Arbitraries.of(UserStatus.class).optional(0.3),
                        Arbitraries.of(true, false).optional(0.3),
                        Arbitraries.of(CallType.class).optional(0.2),
                        Arbitraries.of(NUMBERS).optional(0.3),
                        Arbitraries.of(NUMBERS).optional(0.2),
                        Arbitraries.of(NUMBERS).optional(0.2))
                .as(Search::new)
                .list()
                .ofSize(8);
    }

    private static Arbitrary<String> texts(int max) {
        return Arbitraries.strings()
                .withChars(CHARACTERS.toCharArray())
                .ofMinLength(1)
                .ofMaxLength(max);
    }

    private static Arbitrary<OutboundSettings> outbound() {
        Arbitrary<PhoneNumber> numbers = Arbitraries.of(NUMBERS).map(PhoneNumber::new);
        Arbitrary<List<PhoneNumber>> lists = numbers.list().ofMaxSize(3).injectNull(0.3);
        Arbitrary<PhoneNumber> defaults =
                Arbitraries.oneOf(numbers, Arbitraries.just(PhoneNumber.NONE)).injectNull(0.3);
        return Combinators.combine(Arbitraries.of(CallType.class).injectNull(0.3), lists, lists, defaults, defaults)
                .as(OutboundSettings::new);
    }
}
