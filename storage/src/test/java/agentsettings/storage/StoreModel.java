package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.JobStep;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A store as plainly as can be: maps, and a list for the change log. It is told each command together with the outcome that the
 * real store gave, demands that it is the right one, and does the same.
 */
public final class StoreModel {

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final UserProfile NEW = new UserProfile(null, null, null, null, null, UserStatus.ACTIVE);

    private final InstantSource clock;
    private final int lanes;
    private final Map<UserKey, AddUser> users = new HashMap<>();
    private final Map<UserKey, AgentSettings> settings = new HashMap<>();
    private final Map<SentKey, FirstOutcome> firstOutcomes = new HashMap<>();
    private final List<LoggedChange> log = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    private long lastId;

    /** The model of a store with this number of lanes. */
    public StoreModel(InstantSource clock, int lanes) {
        this.clock = clock;
        this.lanes = lanes;
    }

    private record UserKey(String tenantId, String userId) {}

    private record SentKey(Caller caller, String key) {}

    private record FirstOutcome(String bodyDigest, CreateSettings.Outcome outcome, Instant end) {}

    /** Demands that this is how the command must turn out, and executes it. */
    public void require(Command<?> command, Object outcome) {
        switch (command) {
            case CreateSettings create -> require(create, (CreateSettings.Outcome) outcome);
            case UpdateSettings update -> require(update, outcome);
            case DeleteSettings delete -> require(delete, outcome);
            case EditSettings edit -> require(edit, outcome);
            case AddUser addUser -> require(addUser, outcome);
            case EditUser edit -> require(edit, outcome);
            case JobStep step -> throw new IllegalArgumentException("the model knows no jobs");
            case UpsertUser upsert -> require(upsert, outcome);
            case EditNumber edit -> throw new AssertionError("numbers have a contract of their own");
        }
    }

    public FindSettings.Outcome find(FindSettings question) {
        Optional<AddUser> user = Optional.ofNullable(users.get(new UserKey(question.tenantId(), question.user())))
                .or(() -> users.values().stream()
                        .filter(each -> each.caller().tenantId().equals(question.tenantId()))
                        .filter(each -> each.sumUserId().equals(question.user()))
                        .findFirst());
        if (user.isEmpty()) {
            return new FindSettings.UnknownUser();
        }
        AgentSettings found =
                settings.get(new UserKey(question.tenantId(), user.get().userId()));
        return found == null ? new FindSettings.NoSettings() : new FindSettings.Found(found);
    }

    /** The id of the user's settings, 1 when it has none. */
    public long idOf(Caller caller, String userId) {
        AgentSettings found = settings.get(new UserKey(caller.tenantId(), userId));
        return found == null ? 1 : found.id();
    }

    public List<LoggedChange> changeLog() {
        return List.copyOf(log);
    }

    private void require(CreateSettings command, CreateSettings.Outcome outcome) {
        if (command.idempotency() == null) {
            requireCreate(command, outcome);
            return;
        }
        SentKey key = new SentKey(command.caller(), command.idempotency().key());
        FirstOutcome first = firstOutcomes.get(key);
        if (first == null || !clock.instant().isBefore(first.end)) {
            requireCreate(command, outcome);
            String digest = command.idempotency().bodyDigest();
            firstOutcomes.put(
                    key, new FirstOutcome(digest, outcome, clock.instant().plus(KEY_LIFE)));
        } else if (first.bodyDigest.equals(command.idempotency().bodyDigest())) {
            assertThat(outcome).isEqualTo(first.outcome);
        } else {
            assertThat(outcome).isEqualTo(new CreateSettings.IdempotencyKeyReused());
        }
    }

    private void requireCreate(CreateSettings command, CreateSettings.Outcome outcome) {
        UserKey key = new UserKey(command.caller().tenantId(), command.userId());
        if (!users.containsKey(key)) {
            assertThat(outcome).isEqualTo(new CreateSettings.UnknownUser());
        } else if (settings.containsKey(key)) {
            assertThat(outcome).isEqualTo(new CreateSettings.AlreadyExists());
        } else {
            assertThat(outcome).isInstanceOf(CreateSettings.Created.class);
            long id = newId(((CreateSettings.Created) outcome).id());
            String account = users.get(key).profile().account();
            Instant now = clock.instant();
            settings.put(key, new AgentSettings(id, command.userId(), account, command.outbound(), 1, now));
            log(command, id, "create", null, command.outbound());
        }
    }

    private void require(UpdateSettings command, Object outcome) {
        UserKey key = new UserKey(command.caller().tenantId(), command.userId());
        AgentSettings old = settings.get(key);
        if (!users.containsKey(key)) {
            assertThat(outcome).isEqualTo(new UpdateSettings.UnknownUser());
        } else if (old == null) {
            assertThat(outcome).isEqualTo(new UpdateSettings.NoSettings());
        } else if (old.id() != command.id()) {
            assertThat(outcome).isEqualTo(new UpdateSettings.IdMismatch());
        } else {
            assertThat(outcome).isEqualTo(new UpdateSettings.Updated(command.id()));
            OutboundSettings outbound = old.outbound().with(command.changes());
            settings.put(
                    key,
                    new AgentSettings(
                            old.id(), old.userId(), old.account(), outbound, old.version() + 1, old.createdAt()));
            log(command, old.id(), "update", old.outbound(), outbound);
        }
    }

    private void require(DeleteSettings command, Object outcome) {
        UserKey key = new UserKey(command.caller().tenantId(), command.userId());
        if (!users.containsKey(key)) {
            assertThat(outcome).isEqualTo(new DeleteSettings.UnknownUser());
        } else if (!settings.containsKey(key)) {
            assertThat(outcome).isEqualTo(new DeleteSettings.NoSettings());
        } else {
            assertThat(outcome).isEqualTo(new DeleteSettings.Deleted());
            AgentSettings old = settings.remove(key);
            log(command, old.id(), "delete", old.outbound(), null);
        }
    }

    private void require(EditSettings command, Object outcome) {
        UserKey key = new UserKey(command.caller().tenantId(), command.userId());
        AgentSettings old = settings.get(key);
        boolean creates = command.edit() instanceof EditSettings.Put || command.edit() instanceof EditSettings.Upsert;
        Optional<String> tag = Optional.ofNullable(old).map(stored -> stored.id() + "-" + stored.version());
        if (!users.containsKey(key)) {
            assertThat(outcome).isEqualTo(new EditSettings.UnknownUser());
        } else if (old == null && !creates) {
            assertThat(outcome).isEqualTo(new EditSettings.NoSettings());
        } else if (!command.condition().holdsFor(tag)) {
            assertThat(outcome).isInstanceOf(EditSettings.ConditionFailed.class);
        } else {
            requireEdit(command, key, old, outcome);
        }
    }

    private void requireEdit(EditSettings command, UserKey key, AgentSettings old, Object outcome) {
        switch (outcome) {
            case EditSettings.Created(var stored, var _)
            when old == null -> {
                newId(stored.id());
                put(key, command.userId(), stored);
                log(command, stored.id(), "create", null, wanted(command, null));
                assertThat(stored.outbound()).isEqualTo(wanted(command, null));
                assertThat(stored.version()).isEqualTo(1);
            }
            case EditSettings.Updated(var stored, var _) -> {
                OutboundSettings wanted = wanted(command, old.outbound());
                assertThat(stored.outbound()).isEqualTo(wanted);
                assertThat(stored.id()).isEqualTo(old.id());
                boolean changes = !wanted.equals(old.outbound());
                assertThat(stored.version()).isEqualTo(old.version() + (changes ? 1 : 0));
                if (changes) {
                    put(key, command.userId(), stored);
                    log(command, old.id(), "update", old.outbound(), wanted);
                }
            }
            case EditSettings.Deleted() -> {
                assertThat(command.edit()).isInstanceOf(EditSettings.Delete.class);
                settings.remove(key);
                log(command, old.id(), "delete", old.outbound(), null);
            }
            default -> throw new AssertionError(outcome + " of " + command);
        }
    }

    private static OutboundSettings wanted(EditSettings command, OutboundSettings before) {
        return switch (command.edit()) {
            case EditSettings.Put(OutboundSettings outbound) -> outbound;
            case EditSettings.Patch(var patch) -> patch.appliedTo(before);
            case EditSettings.Upsert(var patch) -> patch.appliedTo(before == null ? Samples.NOTHING : before);
            case EditSettings.ClearNumber(var number, var kinds) -> UsedNumber.clear(before, number, kinds);
            case EditSettings.Delete() -> throw new AssertionError("a delete leaves no settings");
        };
    }

    private void put(UserKey key, String userId, StoredSettings stored) {
        settings.put(
                key,
                new AgentSettings(
                        stored.id(),
                        userId,
                        users.get(key).profile().account(),
                        stored.outbound(),
                        stored.version(),
                        stored.createdAt()));
    }

    private void require(EditUser command, Object outcome) {
        UserKey key = new UserKey(command.caller().tenantId(), command.userId());
        AddUser old = users.get(key);
        if (old == null) {
            assertThat(outcome).isEqualTo(new EditUser.UnknownUser());
        } else if (!command.condition().holdsFor(Optional.of("some version"))) {
            assertThat(outcome).isInstanceOf(EditUser.ConditionFailed.class);
        } else {
            switch (command.edit()) {
                case EditUser.Patch(var patch) ->
                    requirePatch(command, key, old, patch.appliedTo(old.profile()), outcome);
                case EditUser.Delete(boolean withSettings) -> requireDelete(command, key, old, withSettings, outcome);
            }
        }
    }

    private void requirePatch(EditUser command, UserKey key, AddUser old, UserProfile wanted, Object outcome) {
        boolean keepsAccount = wanted.account().equals(old.profile().account());
        if (!keepsAccount && isTaken(key.tenantId, user -> user.profile().account(), wanted.account())) {
            assertThat(outcome).isEqualTo(new EditUser.AccountTaken());
            return;
        }
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EditUser.Updated.class,
                        updated -> assertThat(updated.user().profile()).isEqualTo(wanted));
        change(command, key, old, wanted);
    }

    private void change(Command<?> command, UserKey key, AddUser old, UserProfile wanted) {
        if (!wanted.equals(old.profile())) {
            AddUser changed = new AddUser(old.caller(), old.userId(), old.sumUserId(), wanted);
            users.put(key, changed);
            AgentSettings stored = settings.get(key);
            if (stored != null) {
                settings.put(
                        key,
                        new AgentSettings(
                                stored.id(),
                                stored.userId(),
                                wanted.account(),
                                stored.outbound(),
                                stored.version(),
                                stored.createdAt()));
            }
            log(command.caller(), old.userId(), null, "update user", PlainJson.of(old), PlainJson.of(changed));
        }
    }

    private void require(UpsertUser command, Object outcome) {
        UserKey key = new UserKey(command.caller().tenantId(), command.userId());
        AddUser old = users.get(key);
        UserProfile wanted = command.patch().appliedTo(old == null ? NEW : old.profile());
        boolean isAnothers = users.values().stream()
                .filter(user -> !user.equals(old) && user.caller().tenantId().equals(key.tenantId))
                .anyMatch(user -> user.profile().account().equals(wanted.account()));
        if (old == null) {
            requireAdded(command, wanted, isAnothers, outcome);
        } else if (command.sumUserId() != null && !command.sumUserId().equals(old.sumUserId())) {
            assertThat(outcome).isEqualTo(new UpsertUser.SumUserIdDiffers());
        } else if (isAnothers) {
            assertThat(outcome).isEqualTo(new UpsertUser.AccountTaken());
        } else {
            assertThat(outcome).isInstanceOfSatisfying(UpsertUser.Updated.class, updated -> {
                assertThat(updated.user().profile()).isEqualTo(wanted);
                assertThat(updated.user().sumUserId()).isEqualTo(old.sumUserId());
            });
            change(command, key, old, wanted);
        }
    }

    private void requireAdded(UpsertUser command, UserProfile wanted, boolean isAnothers, Object outcome) {
        String sumUserId = command.sumUserId() == null ? command.userId() : command.sumUserId();
        if (wanted.account() == null || wanted.name() == null) {
            assertThat(outcome).isEqualTo(new UpsertUser.ProfileIncomplete());
        } else if (isTaken(command.caller().tenantId(), AddUser::sumUserId, sumUserId)) {
            assertThat(outcome).isEqualTo(new UpsertUser.UserIdTaken());
        } else if (isAnothers) {
            assertThat(outcome).isEqualTo(new UpsertUser.AccountTaken());
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            UpsertUser.Added.class,
                            added -> assertThat(added.user().profile()).isEqualTo(wanted));
            add(new AddUser(command.caller(), command.userId(), sumUserId, wanted), sumUserId);
        }
    }

    private void requireDelete(EditUser command, UserKey key, AddUser old, boolean withSettings, Object outcome) {
        AgentSettings stored = settings.get(key);
        if (stored != null && !withSettings) {
            assertThat(outcome).isEqualTo(new EditUser.HasSettings());
            return;
        }
        assertThat(outcome).isEqualTo(new EditUser.Deleted());
        if (settings.remove(key) != null) {
            log(command, stored.id(), "delete", stored.outbound(), null);
        }
        users.remove(key);
        log(command.caller(), old.userId(), null, "delete user", PlainJson.of(old), null);
    }

    private void require(AddUser command, Object outcome) {
        String tenantId = command.caller().tenantId();
        if (isTaken(
                tenantId, user -> user.profile().account(), command.profile().account())) {
            assertThat(outcome).isEqualTo(new AddUser.AccountTaken());
        } else if (isTaken(tenantId, AddUser::userId, command.userId())
                || isTaken(tenantId, AddUser::sumUserId, command.sumUserId())) {
            assertThat(outcome).isEqualTo(new AddUser.UserIdTaken());
        } else {
            assertThat(outcome).isInstanceOf(AddUser.Added.class);
            add(command, ((AddUser.Added) outcome).sumUserId());
        }
    }

    private void add(AddUser command, String answered) {
        AddUser user = command;
        if (command.userId() == null) {
            newId(Long.parseLong(answered));
            user = new AddUser(command.caller(), answered, answered, command.profile());
        }
        assertThat(answered).isEqualTo(user.sumUserId());
        users.put(new UserKey(user.caller().tenantId(), user.userId()), user);
        log(user.caller(), user.userId(), null, "add user", null, PlainJson.of(user));
    }

    private boolean isTaken(String tenantId, Function<AddUser, String> part, String value) {
        return users.values().stream()
                .filter(user -> user.caller().tenantId().equals(tenantId))
                .anyMatch(user -> part.apply(user).equals(value));
    }

    private long newId(long id) {
        assertThat(ids.add(id)).as("no id is made twice").isTrue();
        assertThat(lanes > 1 || id > lastId).as("ids of one lane go up").isTrue();
        lastId = id;
        return id;
    }

    private void log(Command<?> command, long id, String action, OutboundSettings before, OutboundSettings after) {
        log(command.caller(), command.userId(), id, action, PlainJson.of(before), PlainJson.of(after));
    }

    private void log(Caller caller, String userId, Long id, String action, String before, String after) {
        log.add(new LoggedChange(
                log.size() + 1L,
                clock.instant(),
                caller.tenantId(),
                userId,
                id,
                caller.actor().name(),
                action,
                before,
                after));
    }
}
