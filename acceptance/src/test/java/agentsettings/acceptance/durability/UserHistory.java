package agentsettings.acceptance.durability;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.Change;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.StoredSettings;
import agentsettings.acceptance.settings.VendorJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that was acknowledged about one user's settings, and at most one command that was sent and not answered. Kept by the one
 * connection that writes to this user.
 */
final class UserHistory {

    private final String userId;
    private final List<Change> changes = new ArrayList<>();
    private StoredSettings current;
    private Command inFlight;

    UserHistory(String userId) {
        this.userId = userId;
    }

    /** How what is found compares with what was acknowledged. */
    enum Verdict {
        /** Everything acknowledged is there, and nothing else. */
        KEPT,
        /** The same, and the command in flight is wholly there too. */
        CARRIED_OUT,
        /** The command in flight is there in part. */
        HALF_DONE,
        /** What was acknowledged isn't there as it was acknowledged. */
        MISSING
    }

    String userId() {
        return userId;
    }

    /** The settings last acknowledged, null when there are none. */
    StoredSettings current() {
        return current;
    }

    /** The id of the settings last acknowledged, 0 when there are none. */
    long currentId() {
        return current == null ? 0 : current.id();
    }

    /** Whether a query is answered with what was acknowledged last. The user's account must be spelt as its id. */
    boolean isCurrent(RawResponse query) {
        if (current == null) {
            return query.text().contains("\"returnCode\":\"5003\"");
        }
        String expected = VendorJson.found(userId, userId, current.id(), current.content());
        return VendorJson.withoutCreateTime(query.text()).equals(expected);
    }

    /** The command sent and not answered, null when there is none. */
    Command inFlight() {
        return inFlight;
    }

    void sending(Command command) {
        inFlight = command;
    }

    /** The command in flight was answered with success. */
    void acknowledged(long createdId) {
        changes.add(inFlight.change(current, createdId));
        current = inFlight.after(current, createdId);
        inFlight = null;
    }

    /** The command in flight was answered with a refusal, or is known not to be carried out. */
    void refused() {
        inFlight = null;
    }

    /** Whether these are the first of the changes that were acknowledged or are in flight. */
    boolean beginsWith(List<Change> logged) {
        if (logged.size() <= changes.size()) {
            return logged.equals(changes.subList(0, logged.size()));
        }
        long createdId = logged.getLast().settingsId();
        return inFlight != null && logged.equals(changesAnd(inFlight.change(current, createdId)));
    }

    /** Compares with the user's row, null when there is none, and its rows of the change log. */
    Verdict compare(StoredSettings found, List<Change> logged) {
        boolean rowKept = Objects.equals(found, current);
        boolean logKept = logged.equals(changes);
        if (rowKept && logKept) {
            return Verdict.KEPT;
        }
        if (inFlight == null) {
            return Verdict.MISSING;
        }
        long createdId = found != null
                ? found.id()
                : logged.isEmpty() ? 0 : logged.getLast().settingsId();
        boolean rowDone = Objects.equals(found, inFlight.after(current, createdId));
        boolean logDone = logged.equals(changesAnd(inFlight.change(current, createdId)));
        if (rowDone && logDone) {
            return Verdict.CARRIED_OUT;
        }
        return (rowKept || rowDone) && (logKept || logDone) ? Verdict.HALF_DONE : Verdict.MISSING;
    }

    /** Ends the doubt about the command in flight: it was carried out if the row isn't as it was acknowledged. */
    void settle(StoredSettings found) {
        if (inFlight != null && !Objects.equals(found, current)) {
            acknowledged(found == null ? 0 : found.id());
        }
        inFlight = null;
    }

    private List<Change> changesAnd(Change last) {
        List<Change> all = new ArrayList<>(changes);
        all.add(last);
        return all;
    }

    @Override
    public String toString() {
        Change last = changes.isEmpty() ? null : changes.getLast();
        return userId + ", acknowledged " + current + " by " + changes.size() + " changes, the last " + last
                + ", in flight " + inFlight;
    }
}
