package agentsettings.core.state;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.SettingsChanged;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A state with decisions applied to it that are not stored yet. Used by one thread. */
public final class ChangedState implements State {

    /** A value that is unique within its tenant space. */
    private record Unique(String tenantId, String value) {}

    private final State before;
    private final Map<UserKey, Optional<StoredUser>> users = new HashMap<>();
    private final Map<UserKey, Optional<StoredSettings>> settings = new HashMap<>();
    private final Map<Unique, Boolean> sumUserIds = new HashMap<>();
    private final Map<Unique, Boolean> accounts = new HashMap<>();
    private final Map<IdempotencyKey, RememberedOutcome> remembered = new HashMap<>();
    private final Map<NumberKey, Optional<AllottedNumber>> numbers = new HashMap<>();
    private final Map<JobKey, JobProgress> jobs = new HashMap<>();

    public ChangedState(State before) {
        this.before = before;
    }

    /** Applies what was decided on this state. */
    public void apply(List<Change> changes, List<UnloggedChange> unlogged) {
        for (Change change : changes) {
            switch (change) {
                case SettingsChanged changed -> settings.put(changed.user(), Optional.ofNullable(changed.after()));
                case UserChanged changed -> apply(changed);
            }
        }
        for (UnloggedChange change : unlogged) {
            switch (change) {
                case UnloggedChange.Remembered(var key, var outcome) -> remembered.put(key, outcome);
                case UnloggedChange.JobAdvanced(var job, var progress, var faults) -> jobs.put(job, progress);
                case UnloggedChange.NumberChanged(var key, var earlier, var after) ->
                    numbers.put(key, Optional.ofNullable(after));
            }
        }
    }

    private void apply(UserChanged change) {
        users.put(change.user(), Optional.ofNullable(change.after()));
        putUnique(change.user().tenantId(), change.before(), false);
        putUnique(change.user().tenantId(), change.after(), true);
    }

    private void putUnique(String tenantId, StoredUser user, boolean taken) {
        if (user != null) {
            sumUserIds.put(new Unique(tenantId, user.sumUserId()), taken);
            accounts.put(new Unique(tenantId, user.profile().account()), taken);
        }
    }

    @Override
    public boolean userExists(UserKey user) {
        Optional<StoredUser> changed = users.get(user);
        return changed == null ? before.userExists(user) : changed.isPresent();
    }

    @Override
    public Optional<StoredUser> user(UserKey user) {
        Optional<StoredUser> changed = users.get(user);
        return changed == null ? before.user(user) : changed;
    }

    @Override
    public boolean sumUserIdExists(String tenantId, String sumUserId) {
        Boolean changed = sumUserIds.get(new Unique(tenantId, sumUserId));
        return changed == null ? before.sumUserIdExists(tenantId, sumUserId) : changed;
    }

    @Override
    public boolean accountExists(String tenantId, String account) {
        Boolean changed = accounts.get(new Unique(tenantId, account));
        return changed == null ? before.accountExists(tenantId, account) : changed;
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        Optional<StoredSettings> changed = settings.get(user);
        return changed == null ? before.settings(user) : changed;
    }

    @Override
    public Optional<AllottedNumber> number(NumberKey key) {
        Optional<AllottedNumber> changed = numbers.get(key);
        return changed == null ? before.number(key) : changed;
    }

    @Override
    public Optional<RememberedOutcome> remembered(IdempotencyKey key) {
        RememberedOutcome changed = remembered.get(key);
        return changed == null ? before.remembered(key) : Optional.of(changed);
    }

    @Override
    public Optional<JobProgress> job(JobKey job) {
        JobProgress changed = jobs.get(job);
        return changed == null ? before.job(job) : Optional.of(changed);
    }
}
