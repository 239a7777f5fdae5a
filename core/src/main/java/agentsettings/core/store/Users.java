package agentsettings.core.store;

import agentsettings.core.users.User;
import java.util.List;

/** Lists the users of a database. Its methods block. Used by one thread at a time. */
public interface Users extends AutoCloseable {

    /**
     * Users of the tenant space in the order of their USER_ID.
     *
     * @param after only users behind this USER_ID; empty for the first page
     * @param limit maximum number of users
     * @throws StoreUnavailable if the storage failed
     */
    List<User> list(String tenantId, String after, int limit);

    @Override
    void close();
}
