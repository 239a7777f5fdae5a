package agentsettings.storage.jdbc;

import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserProfile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/** Writes the vendor's user table. Used by one thread, within a transaction of its connection. */
public final class UserTable implements AutoCloseable {

    private final PreparedStatement exists;
    private final PreparedStatement accountExists;
    private final PreparedStatement insert;

    public UserTable(Connection connection) throws SQLException {
        exists = connection.prepareStatement(
                "SELECT 1 FROM t_aicc_pub_appcube_user WHERE tenant_id = ? AND user_id = ?");
        accountExists = connection.prepareStatement(
                "SELECT 1 FROM t_aicc_pub_appcube_user WHERE tenant_id = ? AND account = ?");
        insert = connection.prepareStatement("""
                INSERT INTO t_aicc_pub_appcube_user
                    (tenant_id, user_id, sum_user_id, account, name, phone, email, description, status, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """);
    }

    public boolean exists(String tenantId, String userId) throws SQLException {
        return any(exists, tenantId, userId);
    }

    /** The same command, with ids from here where it leaves them to be chosen. */
    public AddUser withId(AddUser command, LongSupplier ids) throws SQLException {
        if (command.userId() != null) {
            return command;
        }
        String id;
        do {
            id = Long.toString(ids.getAsLong());
        } while (exists(command.caller().tenantId(), id));
        return new AddUser(command.caller(), id, id, command.profile());
    }

    /** Adds the user, whose ids must have been chosen. */
    public AddUser.Outcome insert(AddUser command, long now) throws SQLException {
        String tenantId = command.caller().tenantId();
        UserProfile profile = command.profile();
        insert.setString(1, tenantId);
        insert.setString(2, command.userId());
        insert.setString(3, command.sumUserId());
        insert.setString(4, profile.account());
        insert.setString(5, profile.name());
        insert.setString(6, profile.phone());
        insert.setString(7, profile.email());
        insert.setString(8, profile.description());
        insert.setString(9, profile.status().code());
        insert.setLong(10, now);
        if (insert.executeUpdate() == 1) {
            return new AddUser.Added(command.sumUserId());
        }
        return any(accountExists, tenantId, profile.account()) ? new AddUser.AccountTaken() : new AddUser.UserIdTaken();
    }

    private static boolean any(PreparedStatement question, String first, String second) throws SQLException {
        question.setString(1, first);
        question.setString(2, second);
        try (ResultSet rows = question.executeQuery()) {
            return rows.next();
        }
    }

    @Override
    public void close() throws SQLException {
        exists.close();
        accountExists.close();
        insert.close();
    }
}
