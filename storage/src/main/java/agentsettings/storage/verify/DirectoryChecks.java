package agentsettings.storage.verify;

import agentsettings.core.apps.App;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.rules.RuleViolation;
import agentsettings.core.store.DatabaseFact;
import agentsettings.storage.directory.AppDao;
import agentsettings.storage.directory.FactDao;
import agentsettings.storage.directory.ManagementKeyDao;
import agentsettings.storage.directory.SigningKeyDao;
import agentsettings.storage.directory.TenantSpaceDao;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.tables.NumberRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks tenant spaces and what belongs to them beside users, and the tables of the database as a whole. Stateless. */
final class DirectoryChecks {

    private static final String NUMBERS = NumberRow.TABLE.name();
    private static final String NO_TENANT_SPACE = "its tenant space does not exist";
    private static final int SIGNING_KEY_BYTES_MIN = 32;

    private static final Set<String> FACTS = Arrays.stream(DatabaseFact.values())
            .map(fact -> fact.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    static final List<RowCheck> ALL = List.of(
            of(TenantSpaceDao.TABLE, DirectoryChecks::checkTenantSpace),
            of(AppDao.TABLE, DirectoryChecks::checkApp),
            of(ManagementKeyDao.TABLE, DirectoryChecks::checkManagementKey),
            new RowCheck(
                    SigningKeyDao.TABLE.name(),
                    "SELECT key_id, length(secret) FROM signing_key",
                    DirectoryChecks::checkSigningKey),
            new RowCheck(
                    NUMBERS,
                    "SELECT r.tenant_id, r." + String.join(", r.", NumberRow.NUMBER_COLUMNS)
                            + ", o.tenant_id FROM allotted_number r LEFT JOIN tenant_space o ON o.tenant_id = r.tenant_id",
                    DirectoryChecks::checkNumber),
            new RowCheck(FactDao.TABLE.name(), "SELECT name FROM database_fact", DirectoryChecks::checkFact));

    /** Selects the columns of a table, and behind them the tenant space of the row if that exists. */
    private static RowCheck of(Table<?> table, RowCheck.Check check) {
        String select = "SELECT " + table.namesOf("r") + ", o.tenant_id FROM " + table.name()
                + " r LEFT JOIN tenant_space o ON o.tenant_id = r.tenant_id";
        return new RowCheck(table.name(), select, check);
    }

    private static void checkTenantSpace(ResultSet row, Findings findings) throws SQLException {
        String id = row.getString(1);
        boolean valid = RowCheck.isReadable(row, TenantSpaceDao::read)
                && TenantSpaceDao.read(row).version() > 0;
        if (!valid) {
            findings.add(
                    TenantSpaceDao.TABLE.name(),
                    shown(id, TenantSpace.idFault(id).isEmpty()),
                    RowCheck.INVALID);
        }
    }

    private static void checkApp(ResultSet row, Findings findings) throws SQLException {
        String key = row.getString(1);
        String shown = shown(key, App.keyFault(key).isEmpty());
        if (!RowCheck.isReadable(row, AppDao::read) || AppDao.read(row).version() <= 0) {
            findings.add(AppDao.TABLE.name(), shown, RowCheck.INVALID);
        }
        if (row.getString(AppDao.TABLE.columns().size() + 1) == null) {
            findings.add(AppDao.TABLE.name(), shown, NO_TENANT_SPACE);
        }
    }

    private static void checkManagementKey(ResultSet row, Findings findings) throws SQLException {
        String id = row.getString(1);
        String shown = shown(id, ManagementKey.idFault(id).isEmpty());
        if (!RowCheck.isReadable(row, ManagementKeyDao::read)) {
            findings.add(ManagementKeyDao.TABLE.name(), shown, RowCheck.INVALID);
        }
        boolean isBound = row.getString(4) != null;
        if (isBound && row.getString(ManagementKeyDao.TABLE.columns().size() + 1) == null) {
            findings.add(ManagementKeyDao.TABLE.name(), shown, NO_TENANT_SPACE);
        }
    }

    /** A key that someone wrote by hand may be a secret in the wrong place. */
    private static String shown(String key, boolean valid) {
        return valid ? key : "(not shown)";
    }

    private static void checkSigningKey(ResultSet row, Findings findings) throws SQLException {
        if (row.getLong(2) < SIGNING_KEY_BYTES_MIN) {
            findings.add(SigningKeyDao.TABLE.name(), row.getString(1), "its secret is too short");
        }
    }

    private static void checkNumber(ResultSet row, Findings findings) throws SQLException {
        String key = RecordChecks.key(row);
        List<RuleViolation> violations = NumberRow.violations(row, 2);
        RowCheck.report(NUMBERS, key, violations, findings);
        boolean valid = RowCheck.isReadable(row, number -> NumberRow.readNumber(number, 2))
                && NumberRow.readNumber(row, 2).version() > 0;
        if (violations.isEmpty() && !valid) {
            findings.add(NUMBERS, key, RowCheck.INVALID);
        }
        if (row.getString(NumberRow.NUMBER_COLUMNS.size() + 2) == null) {
            findings.add(NUMBERS, key, NO_TENANT_SPACE);
        }
    }

    private static void checkFact(ResultSet row, Findings findings) throws SQLException {
        if (!FACTS.contains(row.getString(1))) {
            findings.add(FactDao.TABLE.name(), "(not shown)", "it is no fact that this version knows");
        }
    }

    private DirectoryChecks() {}
}
