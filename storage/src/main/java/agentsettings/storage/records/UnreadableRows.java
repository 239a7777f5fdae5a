package agentsettings.storage.records;

import agentsettings.core.users.UserKey;
import agentsettings.storage.ReadFailureLog;
import agentsettings.storage.history.FailedRows;

/** Logs the rows that are left out, at most one a second. Safe for use by many threads. */
final class UnreadableRows implements FailedRows {

    private final ReadFailureLog log = new ReadFailureLog(System::nanoTime);

    @Override
    public void report(String table, UserKey user, Exception failure) {
        log.failed(new IllegalStateException(
                "A list leaves out a row of " + table + " because it is invalid; it is about user " + user.userId()
                        + " of tenant space " + user.tenantId(),
                failure));
    }
}
