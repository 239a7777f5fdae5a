package agentsettings.client.management.jobs;

import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.core.jobs.RowFault;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What imports and bulk changes have in common. Its methods throw as those of {@link
 * agentsettings.client.management.ManagementClient} do. Thread-safe.
 */
public abstract sealed class JobOperations permits Imports, BulkChanges {

    final ManagementCalls calls;
    private final String collection;

    JobOperations(ManagementCalls calls, String collection) {
        this.calls = calls;
        this.collection = collection;
    }

    /** Returns a page of the jobs of a tenant space, newest first. */
    public ListPage<JobRecord> list(String tenantId, Paging paging) {
        return calls.execute(ManagementCall.get(
                "list jobs",
                ManagementCalls.page(ResourcePath.of("tenants", tenantId, collection), paging),
                ReplyDecoder.ofPage(paging.after(), json -> JobMapper.job(tenantId, json))));
    }

    /** Returns all jobs of a tenant space, newest first. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<JobRecord> all(String tenantId) {
        return calls.stream(paging -> list(tenantId, paging));
    }

    /** Returns the job, empty if there is none, or if it is no longer kept. */
    public Optional<JobRecord> get(String tenantId, String jobId) {
        return calls.execute(
                ManagementCall.<Optional<JobRecord>>get("get job", path(tenantId, jobId), found(tenantId, "200")));
    }

    /** Cancels the job unless it is over, and returns it. What it has applied stays. */
    public Optional<JobRecord> cancel(String tenantId, String jobId) {
        return calls.execute(
                ManagementCall.<Optional<JobRecord>>delete("cancel job", path(tenantId, jobId), found(tenantId, "200"))
                        .repeatable());
    }

    /** Returns the faults of the job's rows, by row. It reads a page of 1,000 when the first of it is wanted. */
    public Stream<RowFault> faults(String tenantId, String jobId) {
        return calls.stream(paging -> calls.execute(ManagementCall.get(
                "list faults",
                ManagementCalls.page(ResourcePath.of("tenants", tenantId, collection, jobId, "faults"), paging),
                ReplyDecoder.ofPage(paging.after(), JobMapper::fault))));
    }

    static ReplyDecoder<Optional<JobRecord>> found(String tenantId, String status) {
        return ReplyDecoder.ofFoundOrNot(status, json -> Optional.of(JobMapper.job(tenantId, json)), Optional.empty());
    }

    ResourcePath path(String tenantId, String jobId) {
        return ResourcePath.of("tenants", tenantId, collection, jobId);
    }
}
