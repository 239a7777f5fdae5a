package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.apps.Actor;
import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.Page;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.jdbc.ReadFailureLog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The history of a user holds its changes and those of its settings, newest first, also of records that were deleted. */
public abstract class HistoryContract extends RecordsFixture {

    private static final UserKey KEY = new UserKey(CALLER.tenantId(), USER);
    private static final OutboundSettings CHANGED =
            new OutboundSettings(null, Samples.numbers(), Samples.numbers("+4930", "*1#"), null, PhoneNumber.NONE);

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws IOException;

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged(ReadFailureLog.class);
    }

    @Test
    void saysWhoChangedWhatWhenFromWhatToWhat() {
        long id = created(USER, VENDORS);
        clock.move(Duration.ofMinutes(1));
        Caller key = new Caller(CALLER.tenantId(), new Actor(Actor.Kind.MANAGEMENT_KEY, "ask_12345678"));
        write(new UpdateSettings(key, id, USER, CHANGED));
        delete(USER);

        List<LoggedChange> history = history(KEY, 100);
        assertThat(history).hasSize(4);
        assertThat(history).allMatch(change -> change.user().equals(KEY));
        assertThat(history).isSortedAccordingTo((a, b) -> Long.compare(b.number(), a.number()));
        OutboundSettings after = VENDORS.with(CHANGED);
        assertThat(history.get(0))
                .isEqualTo(new LoggedChange.OfSettings(
                        history.get(0).number(), NOON.plusSeconds(60), CALLER.actor(), KEY, id, 3, after, null));
        assertThat(history.get(1))
                .isEqualTo(new LoggedChange.OfSettings(
                        history.get(1).number(), NOON.plusSeconds(60), key.actor(), KEY, id, 2, VENDORS, after));
        assertThat(history.get(2))
                .isEqualTo(new LoggedChange.OfSettings(
                        history.get(2).number(), NOON, CALLER.actor(), KEY, id, 1, null, VENDORS));
        assertThat(history.get(3))
                .isEqualTo(new LoggedChange.OfUser(
                        history.get(3).number(), NOON, CALLER.actor(), KEY, null, Samples.profile("y111")));
    }

    @Test
    void tellsValuesThatWereNeverSetFromEmptyOnes() {
        long id = created(USER, Samples.NOTHING);
        update(id, USER, Samples.EMPTY);

        LoggedChange.OfSettings change =
                (LoggedChange.OfSettings) history(KEY, 1).getFirst();
        assertThat(change.before()).isEqualTo(Samples.NOTHING);
        assertThat(change.after()).isEqualTo(Samples.EMPTY);
    }

    @Test
    void hasTheChangesOfTheUserToo() {
        UserProfile first =
                new UserProfile("y113", "A \"b\" \\ 😀", "+49", "a@b", "x\ny\t", UserStatus.TO_BE_ACTIVATED);
        add(new AddUser(CALLER, "u3", "33", first));
        UserProfile second = new UserProfile("y114", "Bob", null, "", "x\ny\t", UserStatus.SUSPENDED);
        edit(
                "u3",
                new EditUser.Patch(new UserPatch(
                        Edit.assign("y114"),
                        Edit.assign("Bob"),
                        Edit.assign(null),
                        Edit.assign(""),
                        Edit.keep(),
                        Edit.assign(UserStatus.SUSPENDED))));
        created("u3", VENDORS);
        edit("u3", new EditUser.Delete(true));

        List<LoggedChange> history = history(new UserKey(CALLER.tenantId(), "u3"), 2);
        assertThat(history).hasSize(5);
        assertThat(profiles(history.get(0))).isEqualTo(Stream.of(second, null).toList());
        assertThat(history.get(1))
                .isInstanceOfSatisfying(
                        LoggedChange.OfSettings.class,
                        deletion -> assertThat(deletion.after()).isNull());
        assertThat(history.get(2)).isInstanceOf(LoggedChange.OfSettings.class);
        assertThat(profiles(history.get(3))).isEqualTo(List.of(first, second));
        assertThat(profiles(history.get(4))).isEqualTo(Stream.of(null, first).toList());
    }

    @Test
    void goesThroughRecordsThatWereDeletedAndCreatedAnew() {
        for (int life = 0; life < 4; life++) {
            long id = created(USER, VENDORS);
            for (int i = 0; i < life; i++) {
                update(id, USER, i % 2 == 0 ? CHANGED : VENDORS);
                clock.move(Duration.ofSeconds(1));
            }
            edit(USER, new EditUser.Delete(true));
            add(Samples.user(CALLER, USER, "s" + life, "y111"));
        }
        created(USER, VENDORS);

        List<Long> numbers = numbers(history(KEY, 1000));
        assertThat(numbers).hasSize(1 + 4 * 4 + 6 + 1).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        for (int limit : List.of(1, 2, 3, 5, 8, 23, 24)) {
            assertThat(numbers(history(KEY, limit))).as("pages of %s", limit).isEqualTo(numbers);
        }
    }

    @Test
    void doesNotRepeatWhatWasShownIfTheRecordsAreDeletedBetweenTwoPages() {
        long id = created(USER, VENDORS);
        update(id, USER, CHANGED);
        List<Long> numbers = numbers(history(KEY, 100));

        Page<LoggedChange> first = records().history(KEY, "", 1);
        clock.move(Duration.ofSeconds(1));
        edit(USER, new EditUser.Delete(true));
        List<Long> seen = numbers(first.items());
        List<Long> others = numbers(
                put(page -> records().history(KEY, page.isEmpty() ? first.next().orElseThrow() : page, 1)));

        assertThat(Stream.concat(seen.stream(), others.stream())).containsExactlyElementsOf(numbers);
    }

    @Test
    void hasNoChangesOfOthers() {
        created(USER, VENDORS);
        created(OTHER_USER, VENDORS);
        add(Samples.user(OTHER_TENANT, USER, USER, "y111"));
        createFor(OTHER_TENANT, USER, VENDORS);
        UserKey same = new UserKey(OTHER_TENANT.tenantId(), USER);

        List<LoggedChange> mine = history(KEY, 100);
        assertThat(mine).hasSize(2);
        assertThat(history(same, 100))
                .hasSize(2)
                .allMatch(change -> change.user().equals(same));
        assertThat(history(new UserKey(CALLER.tenantId(), "nobody"), 100)).isEmpty();
        long number = mine.getFirst().number();
        assertThat(records().change(KEY, number)).contains(mine.getFirst());
        assertThat(records().change(new UserKey(CALLER.tenantId(), OTHER_USER), number))
                .isEmpty();
        assertThat(records().change(same, number)).isEmpty();
        assertThat(records().change(KEY, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void leavesOutAChangeThatCanNotBeRead() {
        long id = created(USER, VENDORS);
        update(id, USER, CHANGED);
        List<LoggedChange> before = history(KEY, 100);
        database().execute("UPDATE change_log SET after = '{\"callType\":\"7\"}' WHERE action = 'create'");

        assertThat(history(KEY, 1)).containsExactly(before.get(0), before.get(2));
        assertThatThrownBy(() -> records().change(KEY, before.get(1).number())).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void endsWhereTheLogBegins() {
        created(USER, VENDORS);
        delete(USER);
        long id = created(USER, VENDORS);
        clock.move(Duration.ofMillis(1));
        update(id, USER, CHANGED);
        List<LoggedChange> before = history(KEY, 100);
        assertThat(before).hasSize(5);
        database().execute("DELETE FROM change_log WHERE at = " + NOON.toEpochMilli());

        assertThat(history(KEY, 1)).containsExactly(before.getFirst());
        assertThat(records().change(KEY, before.getLast().number())).isEmpty();
    }

    @Test
    void refusesACursorThatIsNone() {
        for (String cursor : List.of("x", "1.2.3", "1.2.3.-4", "1.2.3.9999999999999999999")) {
            assertThatThrownBy(() -> records().history(KEY, cursor, 1))
                    .as(cursor)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void endsWithTheSettingsEvenIfAChangeRefersToItself() {
        created(USER, new OutboundSettings(CallType.DIRECT, null, null, null, null));
        LoggedChange create = history(KEY, 100).getFirst();
        database().execute("UPDATE change_log SET previous = " + create.number() + " WHERE action = 'create'");

        assertThat(records().history(KEY, "", 5).items()).hasSize(5);
    }

    private List<LoggedChange> history(UserKey user, int limit) {
        return put(page -> records().history(user, page, limit));
    }

    private static List<Long> numbers(List<LoggedChange> changes) {
        return changes.stream().map(LoggedChange::number).toList();
    }

    private static List<UserProfile> profiles(LoggedChange change) {
        LoggedChange.OfUser ofUser = (LoggedChange.OfUser) change;
        return Stream.of(ofUser.before(), ofUser.after()).toList();
    }

    private void edit(String userId, EditUser.Edit edit) {
        write(new EditUser(CALLER, userId, edit, Condition.NONE));
    }
}
