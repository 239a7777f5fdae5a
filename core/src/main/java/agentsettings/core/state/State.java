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
 * What is stored, as far as a command's outcome depends on it. The storage ensures that it stays true until the change that was
 * decided on it is stored.
 */
public interface State {

    boolean userExists(UserKey user);

    /** The user that is to be changed or deleted. */
    Optional<StoredUser> user(UserKey user);

    /** Whether a user of the tenant space has this SUM_USER_ID. */
    boolean sumUserIdExists(String tenantId, String sumUserId);

    /** Whether a user of the tenant space has this account. */
    boolean accountExists(String tenantId, String account);

    Optional<StoredSettings> settings(UserKey user);

    /** The number as it is allotted to the tenant space. */
    Optional<AllottedNumber> number(NumberKey key);

    /** What was remembered under the key, expired or not. */
    Optional<RememberedOutcome> remembered(IdempotencyKey key);

    /** How far the job has come; empty if there is none. */
    Optional<JobProgress> job(JobKey job);
}
