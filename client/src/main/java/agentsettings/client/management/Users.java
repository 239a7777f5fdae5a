package agentsettings.client.management;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.RecordDecoder;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.json.UserMapper;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.OfCreate;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.OfRefresh;
import agentsettings.client.management.records.RecordOutcome.OfUniquePatch;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.User;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The users of tenant spaces. Its methods throw as those of {@link ManagementClient} do. Thread-safe. */
public final class Users {

    private static final RecordDecoder<User> USER = new RecordDecoder<>(UserMapper::user);

    private final ManagementCalls calls;

    Users(ManagementCalls calls) {
        this.calls = calls;
    }

    /** Returns a page of the users that meet the conditions, by userId. */
    public ListPage<User> list(UserFilter filter, Paging paging) {
        return calls.execute(ManagementCall.get(
                "list users",
                ManagementCalls.page(list(filter), paging),
                ReplyDecoder.ofPage(paging.after(), UserMapper::user)));
    }

    private static ResourcePath list(UserFilter filter) {
        return users(filter.tenantId())
                .with("q", filter.text())
                .with("status", filter.status().map(Json::nameOf))
                .with("hasSettings", filter.hasSettings());
    }

    /**
     * Returns all users that meet the conditions, by userId. It reads a page of 1,000 when the first of it is wanted.
     */
    public Stream<User> all(UserFilter filter) {
        return calls.stream(paging -> list(filter, paging));
    }

    /**
     * Exports all users that meet the conditions. The stream is read while the service writes it: a read waits for the
     * request time-out, and fails with an IOException if the export ends early. It must be closed.
     */
    public InputStream export(UserFilter filter, ExportFormat format) {
        return calls.open(ManagementCall.<InputStream>get("export users", list(filter), _ -> Optional.empty())
                .accepting(format.mediaType()));
    }

    public OfGet<User> get(UserKey user) {
        return calls.execute(ManagementCall.get("get user", path(user), USER::get));
    }

    /**
     * Returns the user if its version is another.
     *
     * @param tag of the version that the client has
     */
    public OfRefresh<User> refresh(UserKey user, String tag) {
        return calls.execute(
                ManagementCall.get("refresh user", path(user), USER::refresh).unlessTag(tag));
    }

    /**
     * Adds a user whose ids the service chooses.
     *
     * @param profile what is null is not set; without a status the user is active
     */
    public OfCreate<User> create(String tenantId, UserProfile profile) {
        return create(tenantId, UserMapper.body(profile));
    }

    /**
     * Adds a user.
     *
     * @param sumUserId empty if it equals the userId
     * @param profile what is null is not set; without a status the user is active
     */
    public OfCreate<User> create(UserKey user, Optional<String> sumUserId, UserProfile profile) {
        ObjectNode body = UserMapper.body(profile).put("userId", user.userId());
        sumUserId.ifPresent(id -> body.put("sumUserId", id));
        return create(user.tenantId(), body);
    }

    private OfCreate<User> create(String tenantId, ObjectNode body) {
        return calls.execute(ManagementCall.post("create user", users(tenantId), body, USER::create)
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    /** Changes a user. */
    public OfUniquePatch<User> patch(UserKey user, UserPatch patch, Condition condition) {
        return calls.execute(ManagementCall.patch("patch user", path(user), UserMapper.body(patch), USER::uniquePatch)
                .when(condition));
    }

    /** Deletes a user without settings. */
    public OfUnusedDelete<User> delete(UserKey user, Condition condition) {
        return calls.execute(ManagementCall.delete("delete user", path(user), USER::unusedDelete)
                .when(condition));
    }

    /** Deletes a user and its settings, if it has any. */
    public OfUnusedDelete<User> deleteWithSettings(UserKey user, Condition condition) {
        return calls.execute(ManagementCall.delete(
                        "delete user", path(user).with("settings", Optional.of("delete")), USER::unusedDelete)
                .when(condition));
    }

    private static ResourcePath users(String tenantId) {
        return ResourcePath.of("tenants", tenantId, "users");
    }

    private static ResourcePath path(UserKey user) {
        return ResourcePath.of("tenants", user.tenantId(), "users", user.userId());
    }
}
