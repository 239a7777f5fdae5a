package agentsettings.storage.verify;

import agentsettings.core.rules.RuleViolation;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.StoredUser;
import agentsettings.storage.changelog.LoggedRecord;
import agentsettings.storage.jdbc.Dialect;
import agentsettings.storage.tables.SettingsRow;
import agentsettings.storage.tables.StoredColumns;
import agentsettings.storage.tables.UserRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks settings and users: that they belong to something, have valid values, and are what their last changes have made them.
 * Immutable.
 */
record RecordChecks(Dialect dialect, LogStarts starts) {

    static final String SETTINGS = SettingsRow.TABLE.name();
    static final String USERS = UserRow.TABLE.name();

    private static final String UNLIKE_LOG = "it differs from what its last change in the change log shows";

    private static final String SAME_IDS = """
            SELECT tenant_id, user_id FROM agent_settings
            WHERE id IN (SELECT id FROM agent_settings GROUP BY id HAVING count(*) > 1)
            ORDER BY tenant_id, user_id
            """;

    /** SQLite's table of settings has the account too, unless an older version has stored them. */
    private static final String DIFFERING_ACCOUNTS = """
            SELECT tenant_id, user_id FROM agent_settings r JOIN t_aicc_pub_appcube_user u USING (tenant_id, user_id)
            WHERE r.account <> u.account
            ORDER BY tenant_id, user_id
            """;

    List<RowCheck> all() {
        String settings = "SELECT r.tenant_id, r.user_id, " + StoredColumns.names(StoredColumns.ALL, "r.")
                + ", r.updated_at, o.user_id, c.user_id, c.settings_id, c.settings_version, c.after, c.at FROM "
                + SETTINGS + " r LEFT JOIN " + USERS + " o ON o.tenant_id = r.tenant_id AND o.user_id = r.user_id"
                + joinChange();
        String users = "SELECT r.tenant_id, r.user_id, r." + String.join(", r.", UserRow.USER_COLUMNS)
                + ", o.tenant_id, c.user_id, c.settings_id, c.after FROM " + USERS
                + " r LEFT JOIN tenant_space o ON o.tenant_id = r.tenant_id" + joinChange();
        List<RowCheck> checks = new ArrayList<>(List.of(
                new RowCheck(SETTINGS, settings, this::checkSettings),
                new RowCheck(SETTINGS, SAME_IDS, RecordChecks::reportId),
                new RowCheck(USERS, users, this::checkUser)));
        if (dialect == Dialect.SQLITE) {
            checks.add(new RowCheck(SETTINGS, DIFFERING_ACCOUNTS, RecordChecks::reportAccount));
        }
        return checks;
    }

    private String joinChange() {
        return " LEFT JOIN change_log c ON " + dialect.isChange("c", "r.change")
                + " AND c.tenant_id = r.tenant_id AND c.user_id = r.user_id";
    }

    private static void reportId(ResultSet row, Findings findings) throws SQLException {
        findings.add(SETTINGS, key(row), "other settings have the same id");
    }

    private static void reportAccount(ResultSet row, Findings findings) throws SQLException {
        findings.add(SETTINGS, key(row), "its account differs from its user's");
    }

    static String key(ResultSet row) throws SQLException {
        return row.getString(1) + "/" + row.getString(2);
    }

    private void checkSettings(ResultSet row, Findings findings) throws SQLException {
        String key = key(row);
        int next = 3 + StoredColumns.ALL.size();
        if (row.getString(next + 1) == null) {
            findings.add(SETTINGS, key, "its user does not exist");
        }
        List<RuleViolation> violations = SettingsRow.violations(row, 3);
        RowCheck.report(SETTINGS, key, violations, findings);
        if (violations.isEmpty()) {
            StoredSettings settings = SettingsRow.readSettings(row, 3);
            if (settings.id() <= 0 || settings.version() <= 0) {
                findings.add(SETTINGS, key, "its id and its version must be positive");
            }
            if (requireChange(row.getString(next + 2), settings.change(), SETTINGS, key, findings)) {
                compare(settings, row, next, findings);
            }
        }
    }

    /** Whether the change of a record is in the log. A finding if it should be. */
    private boolean requireChange(String found, long change, String table, String key, Findings findings) {
        if (found == null && change != 0 && !starts.isRemoved(change)) {
            findings.add(table, key, "its last change, " + change + ", is not in the change log");
        }
        return found != null;
    }

    private static void compare(StoredSettings settings, ResultSet row, int next, Findings findings)
            throws SQLException {
        boolean same = row.getLong(next + 3) == settings.id()
                && row.getLong(next + 4) == settings.version()
                && row.getLong(next + 6) == row.getLong(next);
        String after = row.getString(next + 5);
        if (!same || !isShown(() -> LoggedRecord.shows(after, settings.outbound()))) {
            findings.add(SETTINGS, key(row), UNLIKE_LOG);
        }
    }

    private interface Comparison {
        boolean holds() throws SQLException;
    }

    /** JSON that can't be read shows nothing; there is a finding about the change. */
    private static boolean isShown(Comparison comparison) throws SQLException {
        try {
            return comparison.holds();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private void checkUser(ResultSet row, Findings findings) throws SQLException {
        String key = key(row);
        int next = 3 + UserRow.USER_COLUMNS.size();
        if (row.getString(next) == null) {
            findings.add(USERS, key, "its tenant space does not exist");
        }
        List<RuleViolation> violations = UserRow.violations(row.getString(2), row, 3);
        RowCheck.report(USERS, key, violations, findings);
        if (violations.isEmpty()) {
            StoredUser user = UserRow.readUser(row, 3);
            if (requireChange(row.getString(next + 1), user.change(), USERS, key, findings)) {
                String after = row.getString(next + 3);
                boolean same = row.getString(next + 2) == null && isShown(() -> LoggedRecord.shows(after, user));
                if (!same) {
                    findings.add(USERS, key, UNLIKE_LOG);
                }
            }
        }
    }
}
