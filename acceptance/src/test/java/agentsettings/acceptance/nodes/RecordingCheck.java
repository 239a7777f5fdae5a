package agentsettings.acceptance.nodes;

import agentsettings.acceptance.history.History;
import agentsettings.acceptance.history.Linearizability;
import agentsettings.acceptance.history.Operation;
import agentsettings.acceptance.history.Request.Query;
import agentsettings.acceptance.history.Response;
import agentsettings.acceptance.history.Response.Created;
import agentsettings.acceptance.history.Response.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a load proves: every user's history is linearizable, which says too that a create sent twice with one idempotency key had one
 * effect and one response; no id was given to two users; and no user has more than one record at the end.
 *
 * @param complaints what is wrong, empty when all is as it must be
 * @param millis how long the check of the histories took
 */
record RecordingCheck(List<String> complaints, long millis) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Looks into the database when nobody writes any more. */
    interface Records {
        long countOf(String userId) throws Exception;
    }

    static RecordingCheck of(Recording recording, Records records) throws Exception {
        long start = System.nanoTime();
        List<String> complaints = new ArrayList<>(recording.unexpected());
        for (History history : recording.histories()) {
            Linearizability.complaint(history).ifPresent(complaints::add);
        }
        long millis = Math.round((System.nanoTime() - start) / NANOS_PER_MILLI);
        complaints.addAll(idsOfTwoUsers(recording));
        for (History history : recording.histories()) {
            complaintAbout(records.countOf(history.userId()), history).ifPresent(complaints::add);
        }
        return new RecordingCheck(complaints, millis);
    }

    private static List<String> idsOfTwoUsers(Recording recording) {
        List<String> complaints = new ArrayList<>();
        Map<Long, String> owners = new HashMap<>();
        for (History history : recording.histories()) {
            for (Operation operation : history.operations()) {
                long id = idIn(operation.response());
                String owner = owners.putIfAbsent(id, history.userId());
                if (id > 0 && owner != null && !owner.equals(history.userId())) {
                    complaints.add("id " + id + " was given to " + owner + " and to " + history.userId());
                }
            }
        }
        return complaints;
    }

    private static long idIn(Response response) {
        return switch (response) {
            case Created created -> created.id();
            case Found found -> found.settings().id();
            case null, default -> 0;
        };
    }

    private static Optional<String> complaintAbout(long records, History history) {
        boolean certain = history.operations().stream().noneMatch(operation -> operation.response() == null);
        Operation last = history.operations().getLast();
        boolean contradicted =
                certain && last.request() instanceof Query && records != (last.response() instanceof Found ? 1 : 0);
        return records > 1 || contradicted
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "user %s has %d records, and was told at the end: %s",
                        history.userId(),
                        records,
                        last.response()))
                : Optional.empty();
    }
}
