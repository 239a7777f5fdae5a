package agentsettings.management.imports.parsing;

import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.patches.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a row by column, and all faults that are found in it. An empty cell of CSV and a member that is absent in JSON say
 * nothing of a value; a null in JSON takes it away. Used by one thread.
 */
public final class RowValues {

    private static final String USER_ID = "userId";

    private final long number;
    private final Map<String, Edit<String>> texts = new HashMap<>();
    private final Map<String, Edit<List<String>>> lists = new HashMap<>();
    private final List<RowFault> faults = new ArrayList<>();

    RowValues(long number) {
        this.number = number;
    }

    /** The number of the row as a spreadsheet shows it. */
    public long number() {
        return number;
    }

    void put(String column, Edit<String> text) {
        texts.put(column, text);
    }

    void putList(String column, Edit<List<String>> list) {
        lists.put(column, list);
    }

    /** What the row says of a text. */
    public Edit<String> text(String column) {
        return texts.getOrDefault(column, Edit.keep());
    }

    /** What the row says of a list. */
    public Edit<List<String>> list(String column) {
        return lists.getOrDefault(column, Edit.keep());
    }

    /** A text that the row must have; its absence is a fault. */
    public Optional<String> required(String column) {
        String text = text(column).value();
        if (text == null && !isFaulty(column)) {
            fault(column, RowFault.Code.REQUIRED, "is required.");
        }
        return Optional.ofNullable(text);
    }

    /** Requires a list; its absence is a fault. */
    public void requireList(String column) {
        if (list(column).value() == null && !isFaulty(column)) {
            fault(column, RowFault.Code.REQUIRED, "is required.");
        }
    }

    /** Requires that a value is not taken away. */
    public void requireKept(String column) {
        boolean isTaken = isTakenAway(text(column)) || isTakenAway(list(column));
        if (isTaken && !isFaulty(column)) {
            fault(column, RowFault.Code.REQUIRED, "can't be taken away.");
        }
    }

    private static boolean isTakenAway(Edit<?> edit) {
        return edit.assigns() && edit.value() == null;
    }

    /**
     * Adds a fault, unless there are as many as are kept.
     *
     * @param column null if it is one of the whole row, which then has no values
     */
    public void fault(String column, RowFault.Code code, String detail) {
        if (faults.size() < JobProgress.FAULTS_OF_ROW_MAX) {
            faults.add(new RowFault(number, column, code, detail));
        }
    }

    /** Whether a fault was found in the column. */
    public boolean isFaulty(String column) {
        return faults.stream().anyMatch(fault -> column.equals(fault.column()));
    }

    /** Whether the row could not be divided into values. */
    public boolean isUnreadable() {
        return faults.stream().anyMatch(fault -> fault.column() == null);
    }

    /** In the order in which they were found, with the row's user if that is valid. */
    public List<RowFault> faults() {
        String userId = isFaulty(USER_ID) ? null : text(USER_ID).value();
        return faults.stream().map(fault -> fault.of(userId)).toList();
    }
}
