package agentsettings.client.management;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.RecordDecoder;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.json.TenantMapper;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.OfCreate;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.OfPatch;
import agentsettings.client.management.records.RecordOutcome.OfRefresh;
import agentsettings.client.management.records.RecordOutcome.OfUnusedDelete;
import agentsettings.client.management.records.Tenant;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.queries.Summary;
import agentsettings.core.requests.Condition;
import java.util.stream.Stream;

/** The tenant spaces. Its methods throw as those of {@link ManagementClient} do. Thread-safe. */
public final class Tenants {

    private static final RecordDecoder<Tenant> TENANT = new RecordDecoder<>(TenantMapper::tenant);
    private static final ResourcePath TENANTS = ResourcePath.of("tenants");

    private final ManagementCalls calls;

    Tenants(ManagementCalls calls) {
        this.calls = calls;
    }

    /** Returns a page of the tenant spaces that the key has access to, by id. */
    public ListPage<Tenant> list(Paging paging) {
        return calls.execute(ManagementCall.get(
                "list tenants",
                ManagementCalls.page(TENANTS, paging),
                ReplyDecoder.ofPage(paging.after(), TenantMapper::tenant)));
    }

    /**
     * Returns all tenant spaces that the key has access to, by id. It reads a page of 1,000 when the first of it is
     * wanted.
     */
    public Stream<Tenant> all() {
        return calls.stream(this::list);
    }

    public OfGet<Tenant> get(String tenantId) {
        return calls.execute(ManagementCall.get("get tenant", path(tenantId), TENANT::get));
    }

    /**
     * Returns the tenant space if its version is another.
     *
     * @param tag of the version that the client has
     */
    public OfRefresh<Tenant> refresh(String tenantId, String tag) {
        return calls.execute(ManagementCall.get("refresh tenant", path(tenantId), TENANT::refresh)
                .unlessTag(tag));
    }

    /**
     * Creates a tenant space.
     *
     * @param values what is kept has its default
     */
    public OfCreate<Tenant> create(String tenantId, TenantSpacePatch values) {
        return calls.execute(ManagementCall.post(
                        "create tenant", TENANTS, TenantMapper.body(values).put("id", tenantId), TENANT::create)
                .withIdempotencyKey(calls.newIdempotencyKey()));
    }

    /** Changes a tenant space. */
    public OfPatch<Tenant> patch(String tenantId, TenantSpacePatch patch, Condition condition) {
        return calls.execute(
                ManagementCall.patch("patch tenant", path(tenantId), TenantMapper.body(patch), TENANT::patch)
                        .when(condition));
    }

    /** Deletes a tenant space without apps, users, management keys and numbers. */
    public OfUnusedDelete<Tenant> delete(String tenantId, Condition condition) {
        return calls.execute(ManagementCall.delete("delete tenant", path(tenantId), TENANT::unusedDelete)
                .when(condition));
    }

    /** Returns the counts of what a tenant space holds. */
    public Summary summary(String tenantId) {
        return calls.execute(ManagementCall.get(
                "get summary",
                ResourcePath.of("tenants", tenantId, "summary"),
                ReplyDecoder.of("200", TenantMapper::summary)));
    }

    private static ResourcePath path(String tenantId) {
        return ResourcePath.of("tenants", tenantId);
    }
}
