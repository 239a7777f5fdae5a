package agentsettings.management;

import agentsettings.core.apps.TenantSpace;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.Jobs;
import agentsettings.management.console.AgentLinksResource;
import agentsettings.management.console.ConsolePages;
import agentsettings.management.console.ConsoleSessions;
import agentsettings.management.contract.ApiContract;
import agentsettings.management.directory.AppsResource;
import agentsettings.management.directory.DirectoryAccess;
import agentsettings.management.directory.KeysResource;
import agentsettings.management.directory.TenantsResource;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.feed.ChangesResource;
import agentsettings.management.jobs.BulkChangesResource;
import agentsettings.management.jobs.ImportsResource;
import agentsettings.management.jobs.JobReader;
import agentsettings.management.jobs.JobWorker;
import agentsettings.management.numbers.NumbersResource;
import agentsettings.management.plans.CallPlansResource;
import agentsettings.management.records.JsonText;
import agentsettings.management.resources.ChangeCountsResource;
import agentsettings.management.resources.HistoryResource;
import agentsettings.management.resources.SettingsResource;
import agentsettings.management.resources.SettingsWrites;
import agentsettings.management.resources.SummaryResource;
import agentsettings.management.resources.UsersResource;
import agentsettings.management.vendor.VendorRequestsResource;
import agentsettings.server.DoorContext;
import agentsettings.server.http.Door;
import agentsettings.server.limits.RateLimit;
import agentsettings.server.recording.RequestRecorder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Assembles the management interface on a service that starts. Safe for use by many threads. */
public final class Management {

    private final CompletableFuture<ApiContract> contract;
    private volatile ConsoleSessions sessions;

    /** Begins to read the OpenAPI document, which takes about as long as the rest of a start. */
    public Management() {
        contract = CompletableFuture.supplyAsync(
                ApiContract::load,
                reading ->
                        Thread.ofPlatform().daemon().name("management-contract").start(reading));
    }

    /**
     * The door of the interface. Waits until the document is read.
     *
     * @throws IllegalStateException if the document and the handlers don't match
     */
    public Door door(DoorContext context) {
        ApiContract contract = this.contract.join();
        DirectoryAccess directory = new DirectoryAccess(context.reads().directory());
        RateLimit rateLimit = new RateLimit(context.config().security().requestsPerSecond());
        sessions = new ConsoleSessions(context.authenticator(), context.clock());
        Jobs jobs = context.reads().jobs();
        context.monitoring()
                .metrics()
                .gauges("agentsettings.jobs", "Imports and bulk changes by state", "state", () -> countByState(jobs));
        return new ManagementDoor(
                new ApiOperations(
                        contract,
                        handlers(context, contract, directory),
                        new KeyGuard(
                                context.authenticator(),
                                context.config().management().tlsClientNamesKey(),
                                sessions,
                                rateLimit,
                                directory),
                        new MonitoringPages(context.monitoring()),
                        new ConsolePages(
                                sessions,
                                context.authenticator(),
                                context.config().management().hasTls())),
                context.config().http().requestTimeout(),
                context.monitoring().exchanges());
    }

    /** The path of the console that signs in with this key once, shortly after it was made. For when the door is served. */
    public String signInPath(String keyId) {
        return sessions.link(keyId);
    }

    private static Map<String, Long> countByState(Jobs jobs) {
        Map<JobProgress.State, Long> counts = jobs.countByState();
        return Arrays.stream(JobProgress.State.values())
                .collect(Collectors.toMap(JsonText::nameOf, state -> counts.getOrDefault(state, 0L)));
    }

    private Map<String, ApiHandler> handlers(DoorContext context, ApiContract contract, DirectoryAccess directory) {
        SettingsWrites writes = new SettingsWrites(
                context.reads().records(), context.store(), context.numberWarnings(), context.clock());
        Map<String, ApiHandler> handlers = new TreeMap<>();
        handlers.put("getContractAsYaml", request -> ApiResponse.text("application/yaml", contract.yaml()));
        handlers.put("getContractAsJson", request -> ApiResponse.text(ApiResponse.JSON, contract.json()));
        handlers.putAll(new TenantsResource(directory, context.clock()).handlers());
        handlers.putAll(new SummaryResource(context.reads().records(), context.clock()).handlers());
        handlers.putAll(new ChangeCountsResource(context.reads().records(), context.clock()).handlers());
        handlers.putAll(new CallPlansResource(directory, context.reads().records()).handlers());
        handlers.putAll(new UsersResource(context.reads().records(), context.store()).handlers());
        handlers.putAll(new SettingsResource(context.reads().records(), writes).handlers());
        handlers.putAll(new AgentLinksResource(sessions, context.reads().records(), context.clock()).handlers());
        handlers.putAll(new HistoryResource(context.reads().records(), writes).handlers());
        handlers.putAll(new NumbersResource(context.reads().records(), context.store()).handlers());
        handlers.putAll(new AppsResource(directory, context.hashes(), context.clock()).handlers());
        handlers.putAll(new KeysResource(directory, context.hashes(), context.clock()).handlers());
        Jobs jobs = context.reads().jobs();
        JobReader reader = new JobReader(
                jobs,
                context.reads().records(),
                tenantId -> directory.call(d -> d.tenantSpace(tenantId)).map(TenantSpace::numberCheck));
        JobWorker worker = JobWorker.start(reader, context.store(), context.clock());
        context.closesFirst().accept(worker);
        handlers.putAll(new ImportsResource(jobs, worker, context.clock()).handlers());
        handlers.putAll(new BulkChangesResource(jobs, context.reads().records(), worker, context.clock()).handlers());
        handlers.putAll(new ChangesResource(context.reads().feed()).handlers());
        handlers.putAll(vendorHandlers(context, directory));
        return handlers;
    }

    private static Map<String, ApiHandler> vendorHandlers(DoorContext context, DirectoryAccess directory) {
        RequestRecorder recorder = context.monitoring().recorder();
        return new VendorRequestsResource(directory, context.vendorPort(), recorder, context.clock()).handlers();
    }
}
