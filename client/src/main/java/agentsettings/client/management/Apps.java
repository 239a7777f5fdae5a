package agentsettings.client.management;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.AppMapper;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.RecordDecoder;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.records.ClientApp;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.OfCreate;
import agentsettings.client.management.records.RecordOutcome.OfDelete;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.OfNewSecret;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.OfRefresh;
import agentsettings.core.apps.Edition;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.requests.Condition;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The apps of the vendor's interface. Its methods throw as those of {@link ManagementClient} do. Thread-safe. */
public final class Apps {

    private static final RecordDecoder<ClientApp> APP = new RecordDecoder<>(AppMapper::app);
    private static final ResourcePath APPS = ResourcePath.of("apps");

    private final ManagementCalls calls;

    Apps(ManagementCalls calls) {
        this.calls = calls;
    }

    /**
     * Returns a page of the apps, by key.
     *
     * @param tenantId of the apps' tenant space, empty for all that the key has access to
     */
    public ListPage<ClientApp> list(Optional<String> tenantId, Paging paging) {
        return calls.execute(ManagementCall.get(
                "list apps",
                ManagementCalls.page(APPS.with("tenant", tenantId), paging),
                ReplyDecoder.ofPage(paging.after(), AppMapper::app)));
    }

    /** Returns all apps, by key. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<ClientApp> all(Optional<String> tenantId) {
        return calls.stream(paging -> list(tenantId, paging));
    }

    public OfGet<ClientApp> get(String appKey) {
        return calls.execute(ManagementCall.get("get app", path(appKey), APP::get));
    }

    /**
     * Returns the app if its version is another.
     *
     * @param tag of the version that the client has
     */
    public OfRefresh<ClientApp> refresh(String appKey, String tag) {
        return calls.execute(
                ManagementCall.get("refresh app", path(appKey), APP::refresh).unlessTag(tag));
    }

    /** Creates an app, and returns it with its secret. */
    public OfCreate<ClientApp> create(String appKey, String tenantId, Edition edition) {
        return calls.execute(
                ManagementCall.post("create app", APPS, AppMapper.body(appKey, tenantId, edition), APP::create)
                        .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    /** Changes an app. To disable or enable it ends its tokens. */
    public OfPatch<ClientApp> patch(String appKey, AppPatch patch, Condition condition) {
        return calls.execute(ManagementCall.patch("patch app", path(appKey), AppMapper.body(patch), APP::patch)
                .when(condition));
    }

    /** Deletes an app and ends its tokens. */
    public OfDelete<ClientApp> delete(String appKey, Condition condition) {
        return calls.execute(
                ManagementCall.delete("delete app", path(appKey), APP::delete).when(condition));
    }

    /**
     * Gives the app another secret, and returns it with that.
     *
     * @param grace how long the secret before is accepted and tokens stay valid, up to 7 days; without it, both end
     */
    public OfNewSecret<ClientApp> createSecret(String appKey, Optional<Duration> grace, Condition condition) {
        return calls.execute(ManagementCall.post(
                        "create secret",
                        ResourcePath.of("apps", appKey, "secrets"),
                        grace.map(time -> Json.object().put("grace", time.toString()))
                                .orElseGet(Json::object),
                        APP::newSecret)
                .when(condition)
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    private static ResourcePath path(String appKey) {
        return ResourcePath.of("apps", appKey);
    }
}
