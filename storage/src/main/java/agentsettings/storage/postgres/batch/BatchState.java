package agentsettings.storage.postgres.batch;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.State;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.storage.jdbc.UncheckedSqlException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state that a batch of commands depends on, as the database holds it or is assumed to. Used by one thread. */
final class BatchState implements State {

    /** A value that is unique within its tenant space. */
    private record Unique(String tenantId, String value) {}

    private final UserStateReader newUsers;
    private final Map<UserKey, Boolean> users = new HashMap<>();
    private final Map<UserKey, StoredUser> storedUsers = new HashMap<>();
    private final Map<UserKey, StoredSettings> settings = new HashMap<>();
    private final Set<Unique> sumUserIds = new HashSet<>();
    private final Set<Unique> accounts = new HashSet<>();
    private final Map<NumberKey, AllottedNumber> numbers = new HashMap<>();
    private final Map<IdempotencyKey, RememberedOutcome> remembered = new HashMap<>();
    private final Map<JobKey, JobProgress> jobs = new HashMap<>();

    /** An empty state, to be filled by the readers. */
    BatchState(UserStateReader newUsers) {
        this.newUsers = newUsers;
    }

    void putUser(UserKey user, boolean exists) {
        users.put(user, exists);
    }

    /** Null if there is no such user. */
    void putStoredUser(UserKey user, StoredUser stored) {
        putUser(user, stored != null);
        storedUsers.put(user, stored);
    }

    /** Null if the user has no settings. */
    void putSettings(UserKey user, StoredSettings stored) {
        settings.put(user, stored);
    }

    void putSumUserId(String tenantId, String sumUserId) {
        sumUserIds.add(new Unique(tenantId, sumUserId));
    }

    void putAccount(String tenantId, String account) {
        accounts.add(new Unique(tenantId, account));
    }

    /** Null if the number is not allotted. */
    void putNumber(NumberKey key, AllottedNumber number) {
        numbers.put(key, number);
    }

    void putRemembered(IdempotencyKey key, RememberedOutcome outcome) {
        remembered.put(key, outcome);
    }

    void putJob(JobKey job, JobProgress progress) {
        jobs.put(job, progress);
    }

    /** Reads the user if it was not foreseen: an id that was chosen because the first choice is taken. */
    @Override
    public boolean userExists(UserKey user) {
        if (!users.containsKey(user)) {
            try {
                newUsers.readChosenId(user, this);
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
        }
        return users.get(user);
    }

    @Override
    public Optional<StoredUser> user(UserKey user) {
        return Optional.ofNullable(storedUsers.get(user));
    }

    @Override
    public boolean sumUserIdExists(String tenantId, String sumUserId) {
        return sumUserIds.contains(new Unique(tenantId, sumUserId));
    }

    @Override
    public boolean accountExists(String tenantId, String account) {
        return accounts.contains(new Unique(tenantId, account));
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        return Optional.ofNullable(settings.get(user));
    }

    @Override
    public Optional<AllottedNumber> number(NumberKey key) {
        return Optional.ofNullable(numbers.get(key));
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
