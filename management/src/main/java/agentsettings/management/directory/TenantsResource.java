package agentsettings.management.directory;

import agentsettings.core.apps.TenantSpace;
import agentsettings.core.store.Directory;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.exchange.PageRequest;
import agentsettings.management.exchange.Preconditions;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.TenantJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The tenant spaces. Safe for use by many threads. */
public final class TenantsResource {

    private static final DirectoryOutcomes<TenantSpace> OUTCOMES =
            new DirectoryOutcomes<>(TenantJson::of, TenantSpace::tag, "There is no such tenant space.");

    private final DirectoryAccess directory;
    private final DirectoryRequests requests;
    private final InstantSource clock;

    public TenantsResource(DirectoryAccess directory, InstantSource clock) {
        this.directory = directory;
        this.requests = new DirectoryRequests(directory, clock);
        this.clock = clock;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of(
                "listTenants", this::list,
                "createTenant", this::create,
                "getTenant", this::get,
                "patchTenant", this::patch,
                "deleteTenant", this::delete);
    }

    private ApiResponse list(ApiRequest request) {
        List<TenantSpace> all = directory.<List<TenantSpace>>call(d -> d.tenantSpaces(_ -> {})).stream()
                .filter(space -> request.key().hasAccessTo(space.id()))
                .toList();
        return PageRequest.of(request)
                .response(
                        (after, limit) -> PageRequest.slice(all, TenantSpace::id, after, limit),
                        TenantJson::of,
                        all::size);
    }

    private ApiResponse create(ApiRequest request) {
        TenantSpace space = TenantJson.created(request.body(TenantJson::faults), clock.instant());
        if (request.key().tenantId() != null) {
            throw new ProblemException(
                    ProblemType.NOT_PERMITTED, "Only a management key of all tenant spaces may create one.");
        }
        var execution = requests.execute(request, "tenant", _ -> d -> d.addTenantSpace(space), Boolean::booleanValue);
        if (execution.outcome().isPresent() && !execution.outcome().get()) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a tenant space with this id.");
        }
        TenantSpace now = execution.outcome().isPresent() ? space : createdBefore(space.id());
        return OUTCOMES.tagged(ApiResponse.created(TenantJson.of(now), "/api/v1/tenants/" + now.id()), now);
    }

    private TenantSpace createdBefore(String id) {
        return directory
                .call(d -> d.tenantSpace(id))
                .orElseThrow(() -> NotFound.of("The tenant space was created, and has been deleted since."));
    }

    private ApiResponse get(ApiRequest request) {
        return OUTCOMES.got(request, directory.call(d -> d.tenantSpace(id(request))));
    }

    private static String id(ApiRequest request) {
        return request.required("tenantId");
    }

    private ApiResponse patch(ApiRequest request) {
        var patch = TenantJson.patch(request.body(TenantJson::faults));
        return OUTCOMES.changed(
                directory.call(d -> d.changeTenantSpace(id(request), patch, Preconditions.ofWrite(request))));
    }

    private ApiResponse delete(ApiRequest request) {
        return OUTCOMES.removed(
                directory.call((Directory d) -> d.removeTenantSpace(id(request), Preconditions.ofWrite(request))));
    }
}
