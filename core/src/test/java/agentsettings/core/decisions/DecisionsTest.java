package agentsettings.core.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.OptimisticCreateState;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.State;
import agentsettings.core.state.UnloggedChange;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The outcome of each command, for each state that it can meet. */
class DecisionsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Caller CALLER = Caller.ofApp("202205116084", "app");
    private static final UserKey USER = new UserKey(CALLER.tenantId(), "u1");
    private static final OutboundSettings DIRECT = new OutboundSettings(CallType.DIRECT, null, null, null, null);
    private static final OutboundSettings NOTHING = new OutboundSettings(null, null, null, null, null);
    private static final Idempotency KEY = new Idempotency("key", "digest");

    private final PlainState state = new PlainState();
    private final CountedNumbers numbers = new CountedNumbers(100, 0);
    private Instant now = NOON;

    @Test
    void settingsAreCreatedForAUserWithoutSettings() {
        addUser();

        Decision<CreateSettings.Outcome> decision = decide(create(null));

        assertThat(decision.outcome()).isEqualTo(new CreateSettings.Created(101));
        assertThat(decision.changes())
                .containsExactly(
                        new SettingsChanged(2, CALLER, USER, null, new StoredSettings(101, 1, DIRECT, NOON, 2)));
        assertThat(decision.unlogged()).isEmpty();
    }

    @Test
    void aUserHasOneRecordOfSettings() {
        addUser();
        execute(create(null));

        assertUnchanged(create(null), new CreateSettings.AlreadyExists());
    }

    @Test
    void nothingIsDoneForAnUnknownUser() {
        assertUnchanged(create(null), new CreateSettings.UnknownUser());
        assertUnchanged(update(1), new UpdateSettings.UnknownUser());
        assertUnchanged(new DeleteSettings(CALLER, "u1"), new DeleteSettings.UnknownUser());
    }

    @Test
    void aUserOfAnotherTenantSpaceIsUnknown() {
        addUser();
        Caller other = Caller.ofApp("202205119999", "app");

        assertUnchanged(new CreateSettings(other, "u1", DIRECT, null), new CreateSettings.UnknownUser());
    }

    @Test
    void settingsThatAreNotThereAreNeitherUpdatedNorDeleted() {
        addUser();

        assertUnchanged(update(1), new UpdateSettings.NoSettings());
        assertUnchanged(new DeleteSettings(CALLER, "u1"), new DeleteSettings.NoSettings());
    }

    @Test
    void anUpdateNamesTheIdOfTheUsersSettings() {
        addUser();
        execute(create(null));

        assertUnchanged(update(102), new UpdateSettings.IdMismatch());
    }

    @Test
    void anUpdateIsTheNextVersionOfTheSameSettings() {
        addUser();
        execute(create(null));
        now = NOON.plusSeconds(1);
        StoredSettings before = state.settings.get(USER);

        Decision<UpdateSettings.Outcome> decision = decide(update(101));

        assertThat(decision.outcome()).isEqualTo(new UpdateSettings.Updated(101));
        assertThat(decision.changes())
                .containsExactly(
                        new SettingsChanged(3, CALLER, USER, before, new StoredSettings(101, 2, DIRECT, NOON, 3)));
    }

    @Test
    void afterADeleteSettingsBeginAnewUnderAnotherId() {
        addUser();
        execute(create(null));
        execute(update(101));
        execute(new DeleteSettings(CALLER, "u1"));

        execute(create(null));

        assertThat(state.settings.get(USER)).isEqualTo(new StoredSettings(102, 1, DIRECT, NOON, 5));
    }

    @Test
    void aRequestSentAgainWithItsKeyGetsTheFirstOutcomeAgain() {
        addUser();
        execute(create(KEY));
        execute(new DeleteSettings(CALLER, "u1"));
        now = NOON.plus(Idempotency.LIFE).minusMillis(1);

        assertUnchanged(create(KEY), new CreateSettings.Created(101));
    }

    @Test
    void aRefusalIsRememberedToo() {
        execute(create(KEY));
        addUser();

        assertUnchanged(create(KEY), new CreateSettings.UnknownUser());
    }

    @Test
    void aKeyCountsAsNewWhenItsLifeIsOver() {
        execute(create(KEY));
        addUser();
        now = NOON.plus(Idempotency.LIFE);

        Decision<CreateSettings.Outcome> decision = decide(create(KEY));

        assertThat(decision.outcome()).isEqualTo(new CreateSettings.Created(101));
        assertThat(decision.unlogged())
                .containsExactly(new UnloggedChange.Remembered(
                        IdempotencyKey.of(create(KEY)),
                        new RememberedOutcome(KEY.bodyDigest(), decision.outcome(), now.plus(Duration.ofHours(24)))));
    }

    @Test
    void aKeyIsRefusedForAnotherBody() {
        addUser();
        execute(create(KEY));

        assertUnchanged(create(new Idempotency("key", "other")), new CreateSettings.IdempotencyKeyReused());
    }

    @Test
    void anotherAppsKeysAreItsOwn() {
        addUser();
        execute(create(KEY));
        Caller other = Caller.ofApp(CALLER.tenantId(), "other");

        assertThat(decide(new CreateSettings(other, "u1", NOTHING, KEY)).outcome())
                .isEqualTo(new CreateSettings.AlreadyExists());
    }

    @Test
    void accountsAndBothIdsAreUniqueWithinATenantSpace() {
        addUser();

        assertUnchanged(user("u2", "s2", "y1"), new AddUser.AccountTaken());
        assertUnchanged(user("u1", "s2", "y1"), new AddUser.AccountTaken());
        assertUnchanged(user("u1", "s2", "y2"), new AddUser.UserIdTaken());
        assertUnchanged(user("u2", "s1", "y2"), new AddUser.UserIdTaken());
        assertThat(decide(user("s1", "u1", "y2")).outcome()).isEqualTo(new AddUser.Added("u1"));
    }

    @Test
    void aChosenIdIsNobodysYet() {
        execute(user("101", "s1", "y1"));
        execute(user("u2", "102", "y2"));

        assertThat(decide(user(null, null, "y3")).outcome()).isEqualTo(new AddUser.Added("103"));
    }

    @Test
    void onAnAssumedStateACreateIsDecidedAsForAUserWithoutSettings() {
        State assumed = new OptimisticCreateState(state);

        assertThat(Decisions.decide(create(null), assumed, numbers, now).outcome())
                .isEqualTo(new CreateSettings.Created(101));
        execute(create(KEY));
        assertThat(Decisions.decide(create(KEY), assumed, numbers, now).outcome())
                .as("what is remembered is not assumed")
                .isEqualTo(new CreateSettings.UnknownUser());
    }

    private void addUser() {
        execute(user("u1", "s1", "y1"));
    }

    private <O> Decision<O> decide(Command<O> command) {
        return Decisions.decide(command, state, numbers, now);
    }

    private void execute(Command<?> command) {
        state.apply(decide(command));
    }

    private <O> void assertUnchanged(Command<O> command, O outcome) {
        Decision<O> decision = decide(command);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.changes()).isEmpty();
    }

    private static CreateSettings create(Idempotency idempotency) {
        return new CreateSettings(CALLER, "u1", DIRECT, idempotency);
    }

    private static UpdateSettings update(long id) {
        return new UpdateSettings(CALLER, id, "u1", NOTHING);
    }

    private static AddUser user(String userId, String sumUserId, String account) {
        return new AddUser(
                CALLER, userId, sumUserId, new UserProfile(account, "Ann", null, null, null, UserStatus.ACTIVE));
    }
}
