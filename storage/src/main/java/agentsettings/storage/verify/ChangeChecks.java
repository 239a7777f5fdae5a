package agentsettings.storage.verify;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.ChangeRow;
import agentsettings.storage.changelog.DeletedRecordRow;
import agentsettings.storage.changelog.LogStartRow;
import agentsettings.storage.changelog.LoggedChangeReader;
import agentsettings.storage.changelog.LoggedRecord;
import agentsettings.storage.jdbc.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Checks each change of the log by itself and against the one before of the same record, and the tables that belong to the log. Immutable. */
record ChangeChecks(Dialect dialect, LogStarts starts) {

    private static final String LOG = ChangeRow.TABLE.name();
    private static final String DELETED = DeletedRecordRow.TABLE.name();
    private static final String STARTS = LogStartRow.TABLE.name();

    /** The columns behind those of {@link LoggedChangeReader}, which follow the number. */
    private static final int TENANT = LoggedChangeReader.COLUMNS.size() + 2;

    private static final int USER = TENANT + 1;
    private static final int ACTION = TENANT + 2;
    private static final int BEFORE = LoggedChangeReader.COLUMNS.indexOf("before") + 2;
    private static final int AFTER = BEFORE + 1;
    private static final int PREVIOUS_NUMBER = TENANT + 3;
    private static final int PREVIOUS_SETTINGS = TENANT + 4;
    private static final int PREVIOUS_VERSION = TENANT + 5;
    private static final int PREVIOUS_AFTER = TENANT + 6;

    List<RowCheck> all() {
        String changes = "SELECT " + dialect.changeNumber("c") + ", c."
                + String.join(", c.", LoggedChangeReader.COLUMNS) + ", c.tenant_id, c.user_id, c.action, "
                + dialect.changeNumber("p") + ", p.settings_id, p.settings_version, p.after FROM change_log c"
                + joinChange("p", "c", "c.previous");
        String deletions = "SELECT r.tenant_id, r.user_id, r.change, c.action FROM deleted_record r"
                + joinChange("c", "r", "r.change");
        return List.of(
                new RowCheck(LOG, changes, this::checkChange),
                new RowCheck(DELETED, deletions, ChangeChecks::checkDeletion),
                new RowCheck(STARTS, "SELECT node, number FROM change_log_start", ChangeChecks::checkStart));
    }

    private String joinChange(String alias, String of, String number) {
        return " LEFT JOIN change_log " + alias + " ON " + dialect.isChange(alias, number) + " AND " + alias
                + ".tenant_id = " + of + ".tenant_id AND " + alias + ".user_id = " + of + ".user_id";
    }

    private static void checkDeletion(ResultSet row, Findings findings) throws SQLException {
        String action = row.getString(4);
        if (!"delete".equals(action) && !"delete user".equals(action)) {
            findings.add(
                    DELETED,
                    RecordChecks.key(row) + "/" + row.getLong(3),
                    "its change is no deletion in the change log");
        }
    }

    private static void checkStart(ResultSet row, Findings findings) throws SQLException {
        ChangeNumber last = ChangeNumber.of(row.getLong(2));
        if (last.node() != row.getLong(1) || last.sequence() <= 0) {
            findings.add(STARTS, row.getString(1), "its number is no change of this node");
        }
    }

    private void checkChange(ResultSet row, Findings findings) throws SQLException {
        String number = row.getString(1);
        UserKey user = new UserKey(row.getString(TENANT), row.getString(USER));
        if (!RowCheck.isReadable(row, change -> LoggedChangeReader.read(change, user))) {
            findings.add(LOG, number, RowCheck.INVALID);
        } else if (!isConsistent(row)) {
            findings.add(LOG, number, "its action, settings, version, before and after do not fit each other");
        } else {
            checkPrevious(row, number, findings);
        }
    }

    /** Whether a change of this action has what it must have, and nothing else. */
    private static boolean isConsistent(ResultSet row) throws SQLException {
        boolean hasBefore = row.getString(BEFORE) != null;
        boolean hasAfter = row.getString(AFTER) != null;
        long settings = row.getLong(LoggedChangeReader.SETTINGS_ID);
        long version = row.getLong(LoggedChangeReader.SETTINGS_VERSION);
        boolean isVersion = settings > 0 && version > 0;
        boolean isOfUser = settings == 0 && version == 0;
        return switch (row.getString(ACTION)) {
            case "create" -> !hasBefore && hasAfter && isVersion && version == 1;
            case "update" -> hasBefore && hasAfter && isVersion;
            case "delete" -> hasBefore && !hasAfter && isVersion;
            case "add user" -> !hasBefore && hasAfter && isOfUser;
            case "update user" -> hasBefore && hasAfter && isOfUser;
            case "delete user" -> hasBefore && !hasAfter && isOfUser;
            default -> false;
        };
    }

    /** The number of the change before may be unknown, 0, also for a record that was there before. */
    private void checkPrevious(ResultSet row, String number, Findings findings) throws SQLException {
        long previous = row.getLong(LoggedChangeReader.PREVIOUS);
        if (previous == 0) {
            return;
        }
        boolean found = row.getString(PREVIOUS_NUMBER) != null;
        if (row.getString(BEFORE) == null) {
            findings.add(LOG, number, "it begins a record, but names a change before it");
        } else if (!found && !starts.isRemoved(previous)) {
            findings.add(LOG, number, "the change before it, " + previous + ", is not in the change log");
        } else if (found && !continuesPrevious(row)) {
            findings.add(LOG, number, "it does not follow from the change before it, " + previous);
        }
    }

    private static boolean continuesPrevious(ResultSet row) throws SQLException {
        long version = row.getLong(LoggedChangeReader.SETTINGS_VERSION);
        return row.getLong(PREVIOUS_SETTINGS) == row.getLong(LoggedChangeReader.SETTINGS_ID)
                && row.getLong(PREVIOUS_VERSION) == (version == 0 ? 0 : version - 1)
                && isSame(row.getString(PREVIOUS_AFTER), row.getString(BEFORE));
    }

    private static boolean isSame(String json, String other) {
        try {
            return LoggedRecord.showSame(json, other);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
