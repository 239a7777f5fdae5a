package agentsettings.storage.directory;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import agentsettings.core.store.KeyAddition;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and writes management keys. Used by one thread, in the transaction of its owner. */
public record ManagementKeyDao(Statements statements) {

    public static final Table<ManagementKey> TABLE = new Table<>(
            "management_key",
            "key_id",
            List.of(
                    Column.text("key_id", ManagementKey::id),
                    Column.text("name", ManagementKey::name),
                    Column.text("role", key -> code(key.role())),
                    Column.text("tenant_id", ManagementKey::tenantId),
                    Column.text("secret_hash", ManagementKey::secretHash),
                    Column.number("created_at", key -> millis(key.createdAt())),
                    Column.number("expires_at", key -> millis(key.expiresAt())),
                    Column.number("last_used_at", key -> millis(key.lastUsedAt()))));

    ValidRows<ManagementKey> rows() {
        return new ValidRows<>(
                statements,
                TABLE,
                "management key",
                id -> ManagementKey.idFault(id).isEmpty(),
                ManagementKeyDao::read);
    }

    KeyAddition add(ManagementKey key) throws SQLException {
        if (key.tenantId() != null && !new TenantSpaceDao(statements).exists(key.tenantId())) {
            return KeyAddition.UNKNOWN_TENANT_SPACE;
        }
        return statements.insertUnlessPresent(TABLE, key) ? KeyAddition.ADDED : KeyAddition.ID_TAKEN;
    }

    /** Removes the key; false if there is none. */
    boolean remove(String id) throws SQLException {
        return statements.update("DELETE FROM management_key WHERE key_id = ?", id);
    }

    /** Records the last uses that are later than those recorded. Takes the keys in one order, so that two nodes can't deadlock. */
    void recordUse(Map<String, Instant> lastUseById) throws SQLException {
        for (String id : lastUseById.keySet().stream().sorted().toList()) {
            long at = lastUseById.get(id).toEpochMilli();
            statements.update(
                    "UPDATE management_key SET last_used_at = ?"
                            + " WHERE key_id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
                    at,
                    id,
                    at);
        }
    }

    /** Reads {@link #TABLE}. Throws an IllegalArgumentException if the row is invalid. */
    public static ManagementKey read(ResultSet row) throws SQLException {
        return new ManagementKey(
                row.getString(1),
                row.getString(2),
                role(row.getString(3)),
                row.getString(4),
                row.getString(5),
                instant(row, 6),
                instant(row, 7),
                instant(row, 8));
    }

    private static String code(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Role role(String code) {
        for (Role role : Role.values()) {
            if (code(role).equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role: must be viewer, editor or admin.");
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
