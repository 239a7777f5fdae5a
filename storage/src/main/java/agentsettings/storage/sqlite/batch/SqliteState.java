package agentsettings.storage.sqlite.batch;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.state.RememberedOutcome;
import agentsettings.core.state.State;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.storage.jdbc.UncheckedSqlException;
import agentsettings.storage.jobs.JobSteps;
import agentsettings.storage.tables.IdempotencyRow;
import agentsettings.storage.tables.NumberRow;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The state of the file within a write transaction, read when it is asked for. The transaction holds the file's write lock, so the
 * state changes only by what the transaction itself writes. Throws {@link UncheckedSqlException}. Used by one thread.
 */
final class SqliteState implements State {

    private final PreparedStatement userExists;
    private final PreparedStatement user;
    private final PreparedStatement userBySumUserId;
    private final PreparedStatement userByAccount;
    private final PreparedStatement settings;
    private final PreparedStatement number;
    private final PreparedStatement remembered;
    private final JobSteps jobs;

    SqliteState(Connection connection) throws SQLException {
        String ofTenant = " FROM t_aicc_pub_appcube_user WHERE tenant_id = ? AND ";
        userExists = connection.prepareStatement("SELECT 1" + ofTenant + "user_id = ?");
        userBySumUserId = connection.prepareStatement("SELECT 1" + ofTenant + "sum_user_id = ?");
        userByAccount = connection.prepareStatement("SELECT 1" + ofTenant + "account = ?");
        user = connection.prepareStatement(
                "SELECT " + String.join(", ", UserRow.USER_COLUMNS) + ofTenant + "user_id = ?");
        settings = connection.prepareStatement("SELECT concat_ws(char(31), " + PackedColumns.allOf("s")
                + ") AS packed FROM agent_settings s WHERE tenant_id = ? AND user_id = ?");
        number = connection.prepareStatement("SELECT " + String.join(", ", NumberRow.NUMBER_COLUMNS)
                + " FROM allotted_number WHERE tenant_id = ? AND number = ?");
        remembered = connection.prepareStatement("SELECT " + IdempotencyRow.REMEMBERED_COLUMNS
                + " FROM idempotency_key WHERE tenant_id = ? AND app_key = ? AND idempotency_key = ?");
        jobs = new JobSteps(connection);
    }

    @Override
    public boolean userExists(UserKey user) {
        return read(userExists, ResultSet::next, user.tenantId(), user.userId());
    }

    @Override
    public Optional<StoredUser> user(UserKey key) {
        return read(
                user,
                row -> row.next() ? Optional.of(UserRow.readUser(row, 1)) : Optional.empty(),
                key.tenantId(),
                key.userId());
    }

    @Override
    public boolean sumUserIdExists(String tenantId, String sumUserId) {
        return read(userBySumUserId, ResultSet::next, tenantId, sumUserId);
    }

    @Override
    public boolean accountExists(String tenantId, String account) {
        return read(userByAccount, ResultSet::next, tenantId, account);
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        return read(
                settings,
                row -> row.next() ? Optional.of(PackedColumns.read(row.getBytes(1))) : Optional.empty(),
                user.tenantId(),
                user.userId());
    }

    @Override
    public Optional<AllottedNumber> number(NumberKey key) {
        return read(
                number,
                row -> row.next() ? Optional.of(NumberRow.readNumber(row, 1)) : Optional.empty(),
                key.tenantId(),
                key.number().digits());
    }

    @Override
    public Optional<RememberedOutcome> remembered(IdempotencyKey key) {
        return read(
                remembered,
                row -> row.next() ? Optional.of(IdempotencyRow.readRemembered(row, 1)) : Optional.empty(),
                key.tenantId(),
                key.actor(),
                key.key());
    }

    @Override
    public Optional<JobProgress> job(JobKey job) {
        try {
            return jobs.read(job);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> T read(PreparedStatement select, RowReader<T> reader, String... parameters) {
        try {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return reader.read(row);
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }
}
