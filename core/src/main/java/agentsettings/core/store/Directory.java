package agentsettings.core.store;

import agentsettings.core.apps.App;
import agentsettings.core.apps.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tenant spaces, apps and signing keys of a database, and facts about it as a whole. Its methods block, and their changes are
 * durable when they return; a running server may use the database at the same time. All of them throw {@link StoreUnavailable} if
 * the storage failed. Used by one thread at a time.
 */
public interface Directory extends AutoCloseable {

    /**
     * Every app that can be read, by key.
     *
     * @param unreadable receives a sentence about each row that is no valid app
     */
    List<App> apps(Consumer<String> unreadable);

    /** Every app that can be read, by key. */
    default List<App> apps() {
        return apps(_ -> {});
    }

    /**
     * Adds the app, and its tenant space if that is new.
     *
     * @return false if there is an app with this key
     */
    boolean addApp(App app);

    /**
     * Enables or disables the app. Either way its tokens are revoked.
     *
     * @return false if there is no such app
     */
    boolean setEnabled(String appKey, boolean enabled);

    /**
     * Replaces the app's secret. Its tokens are revoked.
     *
     * @return false if there is no such app
     */
    boolean replaceSecret(String appKey, String secretHash);

    /** The keys that tokens are signed with, newest first. */
    List<SigningKey> signingKeys();

    /**
     * Adds the key unless there is one that was created at the given time or later. Two callers at the very same moment may both
     * succeed.
     *
     * @return false if there is such a key
     */
    boolean addSigningKey(SigningKey key, Instant unlessSince);

    /** Removes the keys created before this time. */
    void removeSigningKeys(Instant before);

    /** The text of the fact, if it is recorded. */
    Optional<String> fact(DatabaseFact fact);

    /**
     * Records the fact unless it is recorded.
     *
     * @return false if it was recorded, with whatever text
     */
    boolean addFact(DatabaseFact fact, String text);

    @Override
    void close();
}
