package agentsettings.acceptance.nodes;

import agentsettings.acceptance.history.Answer;
import agentsettings.acceptance.history.Answer.Created;
import agentsettings.acceptance.history.Answer.Found;
import agentsettings.acceptance.history.History;
import agentsettings.acceptance.history.Operation;
import agentsettings.acceptance.history.Request;
import agentsettings.acceptance.history.Request.Create;
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

    synchronized void answered(int node, Request request, long invoked, long responded, Answer answer) {
        add(node, request, invoked, responded, answer);
        if (answer instanceof Created created) {
            lastId = created.id();
        } else if (answer instanceof Found found) {
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

    private void add(int node, Request request, long invoked, long responded, Answer answer) {
        operations.add(new Operation(operations.size() + 1, node, request, invoked, responded, answer));
        if (request instanceof Create create) {
            lastCreate = create;
        }
    }
}
