package agentsettings.core.decisions;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.State;
import agentsettings.core.state.UnloggedChange;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A state in plain maps, changed by what is decided on it. */
final class PlainState implements State {

    final Map<UserKey, StoredUser> users = new HashMap<>();
    final Map<UserKey, StoredSettings> settings = new HashMap<>();
    final Map<IdempotencyKey, RememberedOutcome> remembered = new HashMap<>();
    final Map<JobKey, JobProgress> jobs = new HashMap<>();

    final Map<NumberKey, AllottedNumber> allotted = new HashMap<>();

    void apply(Decision<?> decision) {
        for (Change change : decision.changes()) {
            switch (change) {
                case UserChanged changed -> put(changed.user(), changed.after(), users);
                case SettingsChanged changed -> put(changed.user(), changed.after(), settings);
            }
        }
        for (UnloggedChange change : decision.unlogged()) {
            switch (change) {
                case UnloggedChange.Remembered(var key, var outcome) -> remembered.put(key, outcome);
                case UnloggedChange.JobAdvanced(var job, var progress, var faults) -> jobs.put(job, progress);
                case UnloggedChange.NumberChanged(var key, var before, var after) -> put(key, after, allotted);
            }
        }
    }

    private static <K, T> void put(K key, T after, Map<K, T> records) {
        if (after == null) {
            records.remove(key);
        } else {
            records.put(key, after);
        }
    }

    @Override
    public boolean userExists(UserKey user) {
        return users.containsKey(user);
    }

    @Override
    public Optional<StoredUser> user(UserKey user) {
        return Optional.ofNullable(users.get(user));
    }

    @Override
    public boolean sumUserIdExists(String tenantId, String sumUserId) {
        return anyUser(tenantId, user -> user.sumUserId().equals(sumUserId));
    }

    @Override
    public boolean accountExists(String tenantId, String account) {
        return anyUser(tenantId, user -> user.profile().account().equals(account));
    }

    private boolean anyUser(String tenantId, Predicate<StoredUser> predicate) {
        return users.entrySet().stream()
                .filter(entry -> entry.getKey().tenantId().equals(tenantId))
                .anyMatch(entry -> predicate.test(entry.getValue()));
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        return Optional.ofNullable(settings.get(user));
    }

    @Override
    public Optional<AllottedNumber> number(NumberKey key) {
        return Optional.ofNullable(allotted.get(key));
    }

    @Override
    public Optional<RememberedOutcome> remembered(IdempotencyKey key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public Optional<JobProgress> job(JobKey job) {
        return Optional.ofNullable(jobs.get(job));
    }
}
