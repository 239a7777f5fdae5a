package agentsettings.storage.records;

import agentsettings.storage.history.FailedRows;
import agentsettings.storage.jdbc.ReadFailureLog;

/** Logs the rows that are left out, at most one a second. Safe for use by many threads. */
final class UnreadableRows implements FailedRows {

    private final ReadFailureLog log = new ReadFailureLog(System::nanoTime);

    @Override
    public void report(String table, String tenantId, String key, Exception failure) {
        log.failed(new IllegalStateException(
                "A list leaves out a row of " + table + " because it is invalid; its key is " + key
                        + " in tenant space " + tenantId,
                failure));
    }
}
