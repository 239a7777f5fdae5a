package agentsettings.storage.postgres.batch;

import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserKey;
import agentsettings.storage.postgres.statements.ArrayParameters;
import agentsettings.storage.tables.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Locks and reads what adding and editing users depends on. Used by one thread, within a transaction. */
record UserStateReader(Connection connection) {

    private static final String LOCK_TENANTS = """
            SELECT pg_advisory_xact_lock(hashtextextended('add user to ' || tenant_id, 0))
            FROM unnest(?) AS w (tenant_id)
            """;

    private static final String TAKEN = """
            SELECT user_id, sum_user_id, account FROM t_aicc_pub_appcube_user
            WHERE tenant_id = ? AND (user_id = ANY (?) OR sum_user_id = ANY (?) OR account = ANY (?))
            """;

    private static final String LOCK_USERS = """
            SELECT user_id, %s FROM t_aicc_pub_appcube_user WHERE tenant_id = ? AND user_id = ANY (?)
            ORDER BY user_id FOR UPDATE
            """.formatted(String.join(", ", UserRow.USER_COLUMNS));

    /** Values that may be taken in a tenant space. */
    private record Candidates(List<String> userIds, List<String> sumUserIds, List<String> accounts) {}

    /** Lets no other transaction add or edit users of these tenant spaces until this one ends. */
    void lockTenants(Collection<String> tenantIds) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_TENANTS)) {
            ArrayParameters.bindTexts(lock, 1, tenantIds, tenantId -> tenantId);
            lock.execute();
        }
    }

    /**
     * Lets no other transaction change any settings until this one ends. Otherwise one that began before could create settings for a user
     * that this one deletes.
     */
    void lockAllSettings() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("LOCK TABLE agent_settings IN EXCLUSIVE MODE")) {
            lock.execute();
        }
    }

    /** Locks and reads the users that are edited. */
    void lockUsers(Collection<UserKey> users, BatchState state) throws SQLException {
        SortedMap<String, List<UserKey>> byTenant = BatchDependencies.byTenant(users);
        for (Map.Entry<String, List<UserKey>> tenant : byTenant.entrySet()) {
            try (PreparedStatement select = connection.prepareStatement(LOCK_USERS)) {
                select.setString(1, tenant.getKey());
                ArrayParameters.bindTexts(select, 2, tenant.getValue(), UserKey::userId);
                tenant.getValue().forEach(user -> state.putStoredUser(user, null));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        UserKey user = new UserKey(tenant.getKey(), row.getString(1));
                        state.putStoredUser(user, UserRow.readUser(row, 2));
                    }
                }
            }
        }
    }

    /** Reads which ids and accounts that users may get by the batch are taken. */
    void readTaken(BatchDependencies dependencies, BatchState state) throws SQLException {
        SortedMap<String, Candidates> byTenant = new TreeMap<>();
        for (AddUser addition : dependencies.additions()) {
            Candidates candidates = of(addition.caller().tenantId(), byTenant);
            candidates.userIds.add(addition.userId());
            candidates.sumUserIds.add(addition.sumUserId());
            candidates.accounts.add(addition.profile().account());
            state.putUser(addition.user(), false);
        }
        dependencies
                .newAccounts()
                .forEach((tenantId, accounts) -> of(tenantId, byTenant).accounts.addAll(accounts));
        dependencies
                .newSumUserIds()
                .forEach((tenantId, ids) -> of(tenantId, byTenant).sumUserIds.addAll(ids));
        for (Map.Entry<String, Candidates> tenant : byTenant.entrySet()) {
            readTaken(tenant.getKey(), tenant.getValue(), state);
        }
    }

    private static Candidates of(String tenantId, Map<String, Candidates> byTenant) {
        return byTenant.computeIfAbsent(
                tenantId, tenant -> new Candidates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    /** Reads whether an id, chosen for a new user, is taken. */
    void readChosenId(UserKey chosen, BatchState state) throws SQLException {
        state.putUser(chosen, false);
        readTaken(
                chosen.tenantId(),
                new Candidates(List.of(chosen.userId()), List.of(chosen.userId()), List.of()),
                state);
    }

    private void readTaken(String tenantId, Candidates candidates, BatchState state) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setString(1, tenantId);
            ArrayParameters.bindTexts(select, 2, candidates.userIds, id -> id);
            ArrayParameters.bindTexts(select, 3, candidates.sumUserIds, id -> id);
            ArrayParameters.bindTexts(select, 4, candidates.accounts, account -> account);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    state.putUser(new UserKey(tenantId, row.getString(1)), true);
                    state.putSumUserId(tenantId, row.getString(2));
                    state.putAccount(tenantId, row.getString(3));
                }
            }
        }
    }
}
