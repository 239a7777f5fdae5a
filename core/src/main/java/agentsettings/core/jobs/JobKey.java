package agentsettings.core.jobs;

/** Identifies a job: the tenant space whose records it is about, and its id there. Immutable. */
public record JobKey(String tenantId, String id) implements Comparable<JobKey> {

    @Override
    public int compareTo(JobKey other) {
        int byTenant = tenantId.compareTo(other.tenantId);
        return byTenant != 0 ? byTenant : id.compareTo(other.id);
    }
}
