package agentsettings.core.store;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.commands.AddUser;
import agentsettings.core.users.User;
import java.time.Instant;
import java.util.List;

/**
 * The tenant spaces, apps, users and signing keys of a database. Its methods block, change things at once and durably, and work
 * beside a running server. Used by one thread at a time.
 *
 * <p>All of them throw {@link StoreUnavailable} when the storage fails.
 */
public interface Directory extends AutoCloseable {

    /** Every app, by key. */
    List<App> apps();

    /**
     * Adds the app, and its tenant space when that is new.
     *
     * @return false when the key is taken
     */
    boolean addApp(App app);

    /**
     * Lets the app call again or no more; either way its tokens end.
     *
     * @return false when there is no such app
     */
    boolean setEnabled(String appKey, boolean enabled);

    /**
     * Replaces the app's secret; its tokens end.
     *
     * @return false when there is no such app
     */
    boolean replaceSecret(String appKey, String secretHash);

    AddUser.Outcome addUser(AddUser command);

    /**
     * Users of the tenant space in the order of their USER_ID.
     *
     * @param after only users behind this USER_ID; empty for the first page
     * @param limit at most so many
     */
    List<User> users(String tenantId, String after, int limit);

    /** The keys that tokens are signed with, newest first. */
    List<SigningKey> signingKeys();

    /**
     * Adds the key unless one made at this time or later is there. Two that add at the very same moment may both succeed.
     *
     * @return false when there is such a key
     */
    boolean addSigningKey(SigningKey key, Instant unlessSince);

    /** Removes the keys made before this time. */
    void removeSigningKeys(Instant before);

    @Override
    void close();
}
