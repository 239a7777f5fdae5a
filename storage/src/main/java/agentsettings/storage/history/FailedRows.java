package agentsettings.storage.history;

/** Receives what is wrong with rows that are left out because they can't be read. Safe for use by many threads. */
@FunctionalInterface
public interface FailedRows {

    /**
     * Receives a failure.
     *
     * @param key of the row within the tenant space: that of the user that it is about, or a number
     */
    void report(String table, String tenantId, String key, Exception failure);
}
