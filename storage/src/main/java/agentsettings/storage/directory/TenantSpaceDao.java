package agentsettings.storage.directory;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes tenant spaces. Used by one thread, in the transaction of its owner. */
public record TenantSpaceDao(Statements statements) {

    public static final Table<TenantSpace> TABLE = new Table<>(
            "tenant_space",
            "tenant_id",
            List.of(
                    Column.text("tenant_id", TenantSpace::id),
                    Column.number("created_at", space -> space.createdAt().toEpochMilli()),
                    Column.text("name", TenantSpace::name),
                    Column.text("region", TenantSpace::region),
                    Column.text("access_code", TenantSpaceDao::accessCode),
                    Column.text("number_check", space -> code(space.numberCheck())),
                    Column.number("version", TenantSpace::version)));

    ValidRows<TenantSpace> rows() {
        return new ValidRows<>(
                statements, TABLE, "tenant space", id -> TenantSpace.idFault(id).isEmpty(), TenantSpaceDao::read);
    }

    VersionedRows<TenantSpace> versioned() {
        return new VersionedRows<>(statements, TABLE, rows(), TenantSpace::version, TenantSpace::tag);
    }

    /** Adds the tenant space; false if there is one with this id. */
    boolean add(TenantSpace space) throws SQLException {
        return statements.insertUnlessPresent(TABLE, space);
    }

    boolean exists(String tenantId) throws SQLException {
        return statements.number("SELECT count(*) FROM tenant_space WHERE tenant_id = ?", tenantId) > 0;
    }

    RemovalOutcome<TenantSpace> remove(String tenantId, Condition condition) throws SQLException {
        RemovalOutcome<TenantSpace> outcome = versioned().remove(tenantId, condition, new Empty(tenantId));
        if (outcome instanceof RemovalOutcome.Removed) {
            for (String table : List.of("job_input", "job_fault", "job")) {
                statements.update("DELETE FROM " + table + " WHERE tenant_id = ?", tenantId);
            }
        }
        return outcome;
    }

    /** Requires that nothing belongs to the tenant space. */
    private final class Empty implements VersionedRows.Unused<TenantSpace> {

        private static final String JOBS = "job";
        private static final String OPEN = " AND ended_at IS NULL";
        private static final List<String> TABLES =
                List.of("app", "t_aicc_pub_appcube_user", "management_key", "allotted_number", JOBS);

        private final String tenantId;

        Empty(String tenantId) {
            this.tenantId = tenantId;
        }

        @Override
        public String condition() {
            return TABLES.stream()
                    .map(table -> "NOT EXISTS (SELECT 1 FROM " + table
                            + " AS held WHERE held.tenant_id = tenant_space.tenant_id"
                            + (table.equals(JOBS) ? OPEN : "") + ")")
                    .collect(Collectors.joining(" AND "));
        }

        @Override
        public Optional<RemovalOutcome<TenantSpace>> violation() throws SQLException {
            long apps = count(TABLES.get(0));
            long users = count(TABLES.get(1));
            long keys = count(TABLES.get(2));
            long numbers = count(TABLES.get(3));
            long jobs = count(TABLES.get(4));
            return apps + users + keys + numbers + jobs == 0
                    ? Optional.empty()
                    : Optional.of(new RemovalOutcome.InUse<>(apps, users, keys, numbers, jobs));
        }

        private long count(String table) throws SQLException {
            return statements.number(
                    "SELECT count(*) FROM " + table + " WHERE tenant_id = ?" + (table.equals(JOBS) ? OPEN : ""),
                    tenantId);
        }
    }

    /** Reads {@link #TABLE}. Throws an IllegalArgumentException if the row is invalid. */
    public static TenantSpace read(ResultSet row) throws SQLException {
        String accessCode = row.getString(5);
        return new TenantSpace(
                row.getString(1),
                row.getString(3),
                row.getString(4),
                accessCode == null ? null : new PhoneNumber(accessCode),
                check(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getLong(7));
    }

    private static String accessCode(TenantSpace space) {
        return space.accessCode() == null ? null : space.accessCode().digits();
    }

    private static String code(NumberCheck check) {
        return check.name().toLowerCase(Locale.ROOT);
    }

    private static NumberCheck check(String code) {
        for (NumberCheck check : NumberCheck.values()) {
            if (code(check).equals(code)) {
                return check;
            }
        }
        throw new IllegalArgumentException("number check: must be off, warn or enforce.");
    }
}
