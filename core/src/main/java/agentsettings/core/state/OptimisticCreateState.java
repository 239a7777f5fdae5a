package agentsettings.core.state;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import java.util.Optional;

/**
 * An optimistic state for deciding a create: assumes that the user exists and has no settings, as nearly always. The caller must store
 * the change on the condition that this holds, and otherwise decide again on the actual state.
 *
 * @param actual consulted for everything that is not assumed
 */
public record OptimisticCreateState(State actual) implements State {

    @Override
    public boolean userExists(UserKey user) {
        return true;
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredUser> user(UserKey user) {
        return actual.user(user);
    }

    @Override
    public boolean sumUserIdExists(String tenantId, String sumUserId) {
        return actual.sumUserIdExists(tenantId, sumUserId);
    }

    @Override
    public boolean accountExists(String tenantId, String account) {
        return actual.accountExists(tenantId, account);
    }

    @Override
    public Optional<AllottedNumber> number(NumberKey key) {
        return actual.number(key);
    }

    @Override
    public Optional<RememberedOutcome> remembered(IdempotencyKey key) {
        return actual.remembered(key);
    }

    @Override
    public Optional<JobProgress> job(JobKey job) {
        return actual.job(job);
    }
}
