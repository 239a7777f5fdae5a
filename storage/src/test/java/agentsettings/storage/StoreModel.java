package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.OutboundSettings;
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
            case AddUser addUser -> require(addUser, outcome);
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
            log(command.caller(), command.userId(), id, "create", null, command.outbound());
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
            log(command.caller(), command.userId(), old.id(), "update", old.outbound(), outbound);
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
            log(command.caller(), command.userId(), old.id(), "delete", old.outbound(), null);
        }
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
        log(user.caller(), user.userId(), null, "add user", null, null);
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

    private void log(
            Caller caller, String userId, Long id, String action, OutboundSettings before, OutboundSettings after) {
        log.add(new LoggedChange(
                log.size() + 1L,
                clock.instant(),
                caller.tenantId(),
                userId,
                id,
                caller.actor().name(),
                action,
                PlainJson.of(before),
                PlainJson.of(after)));
    }
}
