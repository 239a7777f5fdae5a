package agentsettings.acceptance.nodes;

import agentsettings.acceptance.history.History;
import agentsettings.acceptance.history.Operation;
import agentsettings.acceptance.history.Request;
import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Response;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Found;
import java.util.ArrayList;
import java.util.List;

/** The history of a user that many clients ask about at once, and what each may learn from the others. For any thread. */
final class RecordedUser {

    private final NodeUser user;
    private final List<Operation> operations = new ArrayList<>();
    private Create lastCreate;
    private long lastId = 1;

    RecordedUser(NodeUser user) {
        this.user = user;
    }

    NodeUser user() {
        return user;
    }

    /** The id that a client was told last, so perhaps of the present settings. */
    synchronized long lastId() {
        return lastId;
    }

    /** The create that ended last, null before the first. */
    synchronized Create lastCreate() {
        return lastCreate;
    }

    synchronized void answered(int node, Request request, long invoked, long responded, Response response) {
        add(node, request, invoked, responded, response);
        if (response instanceof Created created) {
            lastId = created.id();
        } else if (response instanceof Found found) {
            lastId = found.settings().id();
        }
    }

    /** Nobody knows whether it was carried out, or will be. */
    synchronized void unknown(int node, Request request, long invoked) {
        add(node, request, invoked, Operation.NEVER, null);
    }

    synchronized History history() {
        return new History(user.id(), operations);
    }

    private void add(int node, Request request, long invoked, long responded, Response response) {
        operations.add(new Operation(operations.size() + 1, node, request, invoked, responded, response));
        if (request instanceof Create create) {
            lastCreate = create;
        }
    }
}
