package agentsettings.core.decisions;

import java.util.Optional;

/**
 * The state that nearly every create meets: its user exists and has no settings. A change that was decided on it must be stored only
 * if that is true; otherwise the command must be decided again on the actual state.
 *
 * @param actual consulted for everything that is not assumed
 */
public record NewSettingsAssumed(State actual) implements State {

    @Override
    public boolean userExists(UserKey user) {
        return true;
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        return Optional.empty();
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
    public Optional<RememberedOutcome> remembered(IdempotencyKey key) {
        return actual.remembered(key);
    }
}
