package agentsettings.core.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever commands come in whatever order, what is decided holds together. */
class DecisionsPropertiesTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final List<Caller> CALLERS =
            List.of(Caller.ofApp("1", "a"), Caller.ofApp("1", "b"), Caller.ofApp("2", "c"));
    private static final List<String> IDS = List.of("u1", "u2", "u3", "1000");

    /** A command that comes so long after the one before. */
    record Step(Command<?> command, Duration pause) {}

    @Property(seed = "1")
    void aDecisionIsAFunctionOfCommandAndStateAlone(@ForAll("steps") List<Step> steps) {
        play(steps, (state, step, now, decision, numbers) -> {
            assertThat(Decisions.decide(step.command, state, numbers, now)).isEqualTo(decision);
        });
    }

    @Property(seed = "2")
    void exactlyTheSuccessesChangeSomething(@ForAll("steps") List<Step> steps) {
        Set<Class<?>> successes = Set.of(
                CreateSettings.Created.class,
                UpdateSettings.Updated.class,
                DeleteSettings.Deleted.class,
                AddUser.Added.class,
                EditSettings.Created.class,
                EditSettings.Updated.class,
                EditSettings.Deleted.class,
                EditUser.Updated.class,
                EditUser.Deleted.class,
                UpsertUser.Added.class,
                UpsertUser.Updated.class);
        play(steps, (state, step, now, decision, numbers) -> {
            boolean isRepetition = step.command instanceof CreateSettings create
                    && create.idempotency() != null
                    && decision.unlogged().isEmpty();
            boolean keepsAll = switch (decision.outcome()) {
                case EditSettings.Updated(var same, var _) ->
                    Optional.of(same).equals(state.settings(step.command.user()));
                case EditUser.Updated(var same) -> Optional.of(same).equals(state.user(step.command.user()));
                case UpsertUser.Updated(var same) -> Optional.of(same).equals(state.user(step.command.user()));
                default -> false;
            };
            boolean succeeds =
                    !keepsAll && successes.contains(decision.outcome().getClass());
            assertThat(!decision.changes().isEmpty()).isEqualTo(succeeds && !isRepetition);
        });
    }

    @Property(seed = "3")
    void aChangeBeginsWithWhatIsStoredAndGoesOnFromThere(@ForAll("steps") List<Step> steps) {
        play(steps, (state, step, now, decision, numbers) -> {
            for (Change change : decision.changes()) {
                if (change instanceof SettingsChanged changed) {
                    assertThat(state.userExists(changed.user())).isTrue();
                    assertThat(changed.before()).isEqualTo(state.settings.get(changed.user()));
                    assertGoesOn(changed, now);
                } else if (change instanceof UserChanged changed) {
                    assertThat(changed.before()).isEqualTo(state.users.get(changed.user()));
                }
            }
        });
    }

    private static void assertGoesOn(SettingsChanged changed, Instant now) {
        if (changed.before() == null) {
            assertThat(changed.after().version()).isEqualTo(1);
            assertThat(changed.after().createdAt()).isEqualTo(now);
        } else if (changed.after() != null) {
            assertThat(changed.after().id()).isEqualTo(changed.before().id());
            assertThat(changed.after().version()).isEqualTo(changed.before().version() + 1);
            assertThat(changed.after().createdAt()).isEqualTo(changed.before().createdAt());
        }
    }

    @Property(seed = "5")
    void changesAreNumberedWithoutGapsAndEachNamesTheOneBeforeOfItsRecord(@ForAll("steps") List<Step> steps) {
        Map<UserKey, Long> lastOfSettings = new HashMap<>();
        Map<UserKey, Long> lastOfUser = new HashMap<>();
        play(steps, (state, step, now, decision, numbers) -> {
            long next = numbers.lastChange;
            for (Change change : decision.changes()) {
                assertThat(change.number()).isEqualTo(++next);
                Map<UserKey, Long> last = change instanceof SettingsChanged ? lastOfSettings : lastOfUser;
                assertThat(change.previous()).isEqualTo(last.getOrDefault(change.user(), 0L));
                last.put(change.user(), change.isDeletion() ? 0L : change.number());
            }
        });
    }

    @Property(seed = "4")
    void usersAndIdsStayUnique(@ForAll("steps") List<Step> steps) {
        PlainState end = play(steps, (state, step, now, decision, numbers) -> {});
        assertThat(end.users.entrySet())
                .extracting(entry ->
                        entry.getKey().tenantId() + " " + entry.getValue().sumUserId())
                .doesNotHaveDuplicates();
        assertThat(end.users.entrySet())
                .extracting(entry -> entry.getKey().tenantId() + " "
                        + entry.getValue().profile().account())
                .doesNotHaveDuplicates();
        assertThat(end.users.keySet()).containsAll(end.settings.keySet());
        assertThat(end.settings.values()).extracting(StoredSettings::id).doesNotHaveDuplicates();
    }

    /** Watches a step, before it changes the state. */
    private interface Watcher {
        void see(PlainState state, Step step, Instant now, Decision<?> decision, CountedNumbers before);
    }

    private static PlainState play(List<Step> steps, Watcher watcher) {
        PlainState state = new PlainState();
        CountedNumbers numbers = new CountedNumbers(999, 0);
        Instant now = START;
        for (Step step : steps) {
            now = now.plus(step.pause);
            CountedNumbers before = numbers.copy();
            Decision<?> decision = Decisions.decide(step.command, state, numbers, now);
            watcher.see(state, step, now, decision, before);
            state.apply(decision);
        }
        return state;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Duration> pauses =
                Arbitraries.frequency(Tuple.of(9, 0L), Tuple.of(1, 43_200_000L)).map(Duration::ofMillis);
        return Combinators.combine(commands(), pauses)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private static Arbitrary<Command<?>> commands() {
        Arbitrary<Caller> callers = Arbitraries.of(CALLERS);
        Arbitrary<String> users = Arbitraries.of(IDS);
        Arbitrary<OutboundSettings> settings = Arbitraries.of(CallType.class)
                .injectNull(0.3)
                .map(callType -> new OutboundSettings(callType, null, null, null, null));
        Arbitrary<Idempotency> keys = Combinators.combine(Arbitraries.of("k1", "k2"), Arbitraries.of("d1", "d2"))
                .as(Idempotency::new)
                .injectNull(0.5);
        Arbitrary<Command<?>> creates =
                Combinators.combine(callers, users, settings, keys).as(CreateSettings::new);
        Arbitrary<Command<?>> updates = Combinators.combine(
                        callers, Arbitraries.longs().between(1000, 1020), users, settings)
                .as(UpdateSettings::new);
        Arbitrary<Command<?>> deletes = Combinators.combine(callers, users).as(DeleteSettings::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, settingsEdits(callers, users, settings)),
                Tuple.of(3, userEdits(callers, users)),
                Tuple.of(3, userUpserts(callers, users)),
                Tuple.of(4, creates),
                Tuple.of(6, updates),
                Tuple.of(1, deletes),
                Tuple.of(4, additions(callers, users)));
    }

    private static Arbitrary<Command<?>> settingsEdits(
            Arbitrary<Caller> callers, Arbitrary<String> users, Arbitrary<OutboundSettings> settings) {
        Arbitrary<EditSettings.Edit> edits = Arbitraries.oneOf(
                settings.map(EditSettings.Put::new),
                Arbitraries.of(CallType.class)
                        .injectNull(0.3)
                        .map(callType -> new EditSettings.Patch(new SettingsPatch(
                                Edit.assign(callType), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep()))),
                Arbitraries.of(CallType.class)
                        .map(callType -> new EditSettings.Upsert(new SettingsPatch(
                                Edit.assign(callType), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep()))),
                Arbitraries.just(new EditSettings.Delete()));
        return Combinators.combine(callers, users, edits, conditions()).as(EditSettings::new);
    }

    private static Arbitrary<Command<?>> userEdits(Arbitrary<Caller> callers, Arbitrary<String> users) {
        Arbitrary<EditUser.Edit> edits = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(1, 8)
                        .map(number -> new EditUser.Patch(new UserPatch(
                                Edit.assign("y" + number),
                                Edit.keep(),
                                Edit.keep(),
                                Edit.keep(),
                                Edit.keep(),
                                Edit.keep()))),
                Arbitraries.of(true, false).map(EditUser.Delete::new));
        return Combinators.combine(callers, users, edits, conditions()).as(EditUser::new);
    }

    private static Arbitrary<Command<?>> userUpserts(Arbitrary<Caller> callers, Arbitrary<String> users) {
        Arbitrary<UserPatch> patches = Arbitraries.integers()
                .between(1, 8)
                .map(number -> new UserPatch(
                        Edit.assign("y" + number),
                        number == 1 ? Edit.keep() : Edit.assign("Ann"),
                        Edit.keep(),
                        Edit.keep(),
                        Edit.keep(),
                        Edit.keep()));
        return Combinators.combine(callers, users, users.injectNull(0.5), patches)
                .as(UpsertUser::new);
    }

    private static Arbitrary<Condition> conditions() {
        return Arbitraries.of(
                Condition.NONE,
                new Condition.Absent(),
                new Condition.Present(),
                new Condition.Version(Set.of("1001-1", "1001-2", "3", "4")));
    }

    private static Arbitrary<Command<?>> additions(Arbitrary<Caller> callers, Arbitrary<String> users) {
        Arbitrary<UserProfile> profiles = Arbitraries.integers()
                .between(1, 8)
                .map(number -> new UserProfile("y" + number, "Ann", null, null, null, UserStatus.ACTIVE));
        Arbitrary<Command<?>> known =
                Combinators.combine(callers, users, users, profiles).as(AddUser::new);
        Arbitrary<Command<?>> chosen = Combinators.combine(callers, profiles)
                .as((caller, profile) -> new AddUser(caller, null, null, profile));
        return Arbitraries.oneOf(known, chosen);
    }
}
