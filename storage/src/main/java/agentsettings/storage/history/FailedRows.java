package agentsettings.storage.history;

import agentsettings.core.users.UserKey;

/** Receives what is wrong with rows that are left out because they can't be read. Safe for use by many threads. */
@FunctionalInterface
public interface FailedRows {

    /**
     * Receives a failure.
     *
     * @param user the user that the row is about
     */
    void report(String table, UserKey user, Exception failure);
}
