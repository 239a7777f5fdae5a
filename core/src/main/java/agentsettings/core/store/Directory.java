package agentsettings.core.store;

import agentsettings.core.apps.App;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.RepeatableRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The tenant spaces, apps, management keys and signing keys of a database, and facts about it as a whole. Its methods block, and
 * their changes are durable when they return; a running server may use the database at the same time. All of them throw {@link
 * StoreUnavailable} if the storage failed. Used by one thread at a time.
 */
public interface Directory extends AutoCloseable {

    /**
     * Every tenant space that can be read, by id.
     *
     * @param unreadable receives a sentence about each row that is no valid tenant space
     */
    List<TenantSpace> tenantSpaces(Consumer<String> unreadable);

    /**
     * The tenant space with this id.
     *
     * @throws IllegalStateException if its row is no valid tenant space
     */
    Optional<TenantSpace> tenantSpace(String tenantId);

    /**
     * Adds the tenant space.
     *
     * @return false if there is one with this id
     */
    boolean addTenantSpace(TenantSpace space);

    /** Changes the tenant space, if the condition holds for its {@link TenantSpace#tag} when the change is stored. */
    ChangeOutcome<TenantSpace> changeTenantSpace(String tenantId, TenantSpacePatch patch, Condition condition);

    /**
     * Removes the tenant space, if it has no app, no user, no management key and no allotted number, and the condition holds for its {@link
     * TenantSpace#tag}. The change log keeps its changes. A user or a number that is added at this very moment may be left without a tenant space.
     */
    RemovalOutcome<TenantSpace> removeTenantSpace(String tenantId, Condition condition);

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
     * The app with this key.
     *
     * @throws IllegalStateException if its row is no valid app
     */
    Optional<App> app(String appKey);

    /**
     * Adds the app, and its tenant space if that is new.
     *
     * @return false if there is an app with this key
     */
    boolean addApp(App app);

    /** Changes the app, if the condition holds for its {@link App#tag} when the change is stored. */
    ChangeOutcome<App> changeApp(String appKey, AppPatch patch, Condition condition);

    /**
     * Enables or disables the app. If that changes it, its tokens are revoked.
     *
     * @return false if there is no such app
     */
    default boolean setEnabled(String appKey, boolean enabled) {
        return changeApp(appKey, AppPatch.ofEnabled(enabled), Condition.NONE) instanceof ChangeOutcome.Changed;
    }

    /**
     * Replaces the app's secret, if the condition holds for its {@link App#tag}.
     *
     * @param previousUntil the time until which the present secret is accepted too; the app's tokens stay valid. Empty: it is
     *     refused from now on, and the app's tokens are revoked
     */
    ChangeOutcome<App> replaceSecret(
            String appKey, String secretHash, Optional<Instant> previousUntil, Condition condition);

    /**
     * Replaces the app's secret. Its tokens are revoked.
     *
     * @return false if there is no such app
     */
    default boolean replaceSecret(String appKey, String secretHash) {
        return replaceSecret(appKey, secretHash, Optional.empty(), Condition.NONE) instanceof ChangeOutcome.Changed;
    }

    /** Removes the app, if the condition holds for its {@link App#tag}. Its tokens are revoked. */
    RemovalOutcome<App> removeApp(String appKey, Condition condition);

    /**
     * Every management key that can be read, by id.
     *
     * @param unreadable receives a sentence about each row that is no valid key
     */
    List<ManagementKey> managementKeys(Consumer<String> unreadable);

    /**
     * The management key with this id.
     *
     * @throws IllegalStateException if its row is no valid key
     */
    Optional<ManagementKey> managementKey(String id);

    /** Adds the key. */
    KeyAddition addManagementKey(ManagementKey key);

    /**
     * Removes the key, which is refused from then on.
     *
     * @return false if there is no such key
     */
    boolean removeManagementKey(String id);

    /**
     * Executes a request once, however often it is sent under its idempotency key within {@link
     * agentsettings.core.requests.Idempotency#LIFE}. The change and what is remembered of the request are one transaction.
     *
     * @param change makes the change; called with a directory that must not be used afterwards
     * @param isDone whether the outcome of the change is to be remembered
     */
    <T> RequestOutcome<T> once(RepeatableRequest request, Function<Directory, T> change, Predicate<T> isDone);

    /** Removes what is remembered of requests whose {@link agentsettings.core.requests.Idempotency#LIFE} ended as long ago as it lasts. */
    void removeExpiredRequests(Instant now);

    /** Records when keys were used last, unless a later use is recorded. Ignores keys that are removed. */
    void recordKeyUse(Map<String, Instant> lastUseById);

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
