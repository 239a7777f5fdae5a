package agentsettings.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.history.Request.Create;
import agentsettings.acceptance.history.Request.Delete;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.settings.Content;
import java.util.ArrayList;
import java.util.List;

/** A history of one user that a test writes down step by step; the numbers of its operations are their places in it. */
abstract class HandMadeHistory {

    static final Content ONE = new Content("1", "11", "12", "13", null);
    static final Content TWO = new Content("2", "21", "22", "23", null);
    static final Content TYPE_0 = new Content("0", null, null, null, null);
    static final Content TYPE_1 = new Content("1", null, null, null, null);
    static final Content NUMBER_99 = new Content(null, null, "99", null, null);
    static final long ID = 500;
    static final long OTHER_ID = 600;
    static final Create CREATE = new Create(ONE, null);
    static final Create WITH_KEY = new Create(ONE, "key");
    static final Query QUERY = new Query();
    static final Delete DELETE = new Delete();

    private final List<Operation> operations = new ArrayList<>();

    void answered(long invoked, long responded, Request request, Response response) {
        operations.add(new Operation(operations.size() + 1, 0, request, invoked, responded, response));
    }

    void unknown(long invoked, Request request) {
        answered(invoked, Operation.NEVER, request, null);
    }

    History history() {
        return new History("somebody", operations);
    }

    void requireExplained() {
        assertThat(Linearizability.complaint(history())).isEmpty();
    }

    /** Of operations that contradict each other, it is the one answered last that can't be explained. */
    void requireComplaintAbout(int number) {
        assertThat(Linearizability.complaint(history()).orElse("no complaint"))
                .contains("explains the answer to #" + number + "\n");
    }
}
