package agentsettings.storage.postgres.batch;

import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Locks and reads what adding users depends on. Used by one thread, within a transaction. */
record NewUserReader(Connection connection) {

    private static final String LOCK_TENANTS = """
            SELECT pg_advisory_xact_lock(hashtextextended('add user to ' || tenant_id, 0))
            FROM unnest(?) AS w (tenant_id)
            """;

    private static final String TAKEN = """
            SELECT user_id, sum_user_id, account FROM t_aicc_pub_appcube_user
            WHERE tenant_id = ? AND (user_id = ANY (?) OR sum_user_id = ANY (?) OR account = ANY (?))
            """;

    /** Lets no other transaction add users to the tenant spaces of these additions until this one ends. */
    void lock(List<AddUser> additions) throws SQLException {
        List<String> tenantIds = additions.stream()
                .map(addition -> addition.caller().tenantId())
                .distinct()
                .sorted()
                .toList();
        try (PreparedStatement lock = connection.prepareStatement(LOCK_TENANTS)) {
            ArrayParameters.bindTexts(lock, 1, tenantIds, tenantId -> tenantId);
            lock.execute();
        }
    }

    /** Reads which ids and accounts of these new users are taken. Their ids must have been chosen. */
    void readTaken(List<AddUser> additions, BatchState state) throws SQLException {
        SortedMap<String, List<AddUser>> byTenant = new TreeMap<>();
        for (AddUser addition : additions) {
            byTenant.computeIfAbsent(addition.caller().tenantId(), tenant -> new ArrayList<>())
                    .add(addition);
            state.putUser(addition.user(), false);
        }
        for (Map.Entry<String, List<AddUser>> tenant : byTenant.entrySet()) {
            try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
                select.setString(1, tenant.getKey());
                ArrayParameters.bindTexts(select, 2, tenant.getValue(), AddUser::userId);
                ArrayParameters.bindTexts(select, 3, tenant.getValue(), AddUser::sumUserId);
                ArrayParameters.bindTexts(
                        select,
                        4,
                        tenant.getValue(),
                        addition -> addition.profile().account());
                readTaken(tenant.getKey(), select, state);
            }
        }
    }

    /** Reads whether an id, chosen for a new user, is taken. */
    void readChosenId(UserKey chosen, BatchState state) throws SQLException {
        state.putUser(chosen, false);
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setString(1, chosen.tenantId());
            ArrayParameters.bindTexts(select, 2, List.of(chosen), UserKey::userId);
            ArrayParameters.bindTexts(select, 3, List.of(chosen), UserKey::userId);
            ArrayParameters.bindTexts(select, 4, List.<UserKey>of(), UserKey::userId);
            readTaken(chosen.tenantId(), select, state);
        }
    }

    private static void readTaken(String tenantId, PreparedStatement select, BatchState state) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                state.putUser(new UserKey(tenantId, row.getString(1)), true);
                state.putSumUserId(tenantId, row.getString(2));
                state.putAccount(tenantId, row.getString(3));
            }
        }
    }
}
