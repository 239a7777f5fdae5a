package agentsettings.storage.postgres.sets;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.CreateSettings.IdempotencyKeyReused;
import agentsettings.core.commands.CreateSettings.Outcome;
import agentsettings.core.commands.Idempotency;
import agentsettings.storage.jdbc.CreateOutcomeCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Remembers how creates with an idempotency key turned out; no key twice at once. A key is claimed before its
 * create is carried out, so that of two nodes one waits for the other. Used by one thread, within the creates' transaction.
 */
record IdempotencyKeys(Connection connection) {

    private static final String CLAIMED = "claimed";

    /** What the database tells keys apart by. */
    private record Key(String tenantId, String app, String key) {

        static Key of(CreateSettings command) {
            return new Key(
                    command.caller().tenantId(),
                    command.caller().appKey(),
                    command.idempotency().key());
        }
    }

    /** Claims the keys that are new or have expired; tells the first outcomes, or the refusals, under the others. */
    Map<CreateSettings, Outcome> earlierOutcomes(List<CreateSettings> keyed, long now) throws SQLException {
        Set<Key> claimed = claim(keyed, now);
        List<CreateSettings> repeated = keyed.stream()
                .filter(command -> !claimed.contains(Key.of(command)))
                .toList();
        return repeated.isEmpty() ? Map.of() : remembered(repeated);
    }

    /** Its second condition holds no parameter, which Citus would lose. */
    private Set<Key> claim(List<CreateSettings> keyed, long now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO idempotency_key AS k
                    (tenant_id, app_key, idempotency_key, body_digest, outcome, expires_at)
                SELECT w.tenant_id, w.app_key, w.idempotency_key, w.body_digest, ?, ?
                FROM unnest(?, ?, ?, ?) AS w (tenant_id, app_key, idempotency_key, body_digest)
                ORDER BY w.tenant_id, w.app_key, w.idempotency_key
                ON CONFLICT (tenant_id, app_key, idempotency_key) DO UPDATE
                    SET body_digest = excluded.body_digest, outcome = excluded.outcome, settings_id = NULL,
                        expires_at = excluded.expires_at
                    WHERE k.expires_at <= excluded.expires_at - %d
                RETURNING tenant_id, app_key, idempotency_key
                """.formatted(Idempotency.LIFE.toMillis()))) {
            insert.setString(1, CLAIMED);
            insert.setLong(2, now + Idempotency.LIFE.toMillis());
            bindKeys(insert, 3, keyed, Function.identity());
            new Rows<>(insert, keyed).text(6, command -> command.idempotency().bodyDigest());
            Set<Key> claimed = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    claimed.add(key(row));
                }
            }
            return claimed;
        }
    }

    private Map<CreateSettings, Outcome> remembered(List<CreateSettings> repeated) throws SQLException {
        Map<Key, CreateSettings> commands = new HashMap<>();
        repeated.forEach(command -> commands.put(Key.of(command), command));
        TenantSpaces tenants =
                TenantSpaces.of(repeated, command -> command.caller().tenantId());
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT k.tenant_id, k.app_key, k.idempotency_key, k.body_digest, k.outcome, k.settings_id
                FROM unnest(?, ?, ?) AS w (tenant_id, app_key, idempotency_key)
                JOIN idempotency_key k ON k.tenant_id = w.tenant_id AND k.app_key = w.app_key
                    AND k.idempotency_key = w.idempotency_key%s
                """.formatted(tenants.condition("k")))) {
            bindKeys(select, 1, repeated, Function.identity());
            tenants.bind(select, 4);
            Map<CreateSettings, Outcome> outcomes = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CreateSettings command = commands.get(key(row));
                    boolean sameBody =
                            row.getString(4).equals(command.idempotency().bodyDigest());
                    outcomes.put(
                            command,
                            sameBody
                                    ? CreateOutcomeCodec.read(row.getString(5), row.getLong(6))
                                    : new IdempotencyKeyReused());
                }
            }
            return outcomes;
        }
    }

    /**
     * Notes how the claimed creates turned out, one at least, and takes up to two expired keys away for each. Those are of one tenant
     * space, that of any of the creates: on the whole each gets its share.
     */
    void remember(Map<CreateSettings, Outcome> outcomes, long now) throws SQLException {
        List<Map.Entry<CreateSettings, Outcome>> entries = List.copyOf(outcomes.entrySet());
        TenantSpaces tenants =
                TenantSpaces.of(entries, entry -> entry.getKey().caller().tenantId());
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE idempotency_key k SET outcome = w.outcome, settings_id = w.settings_id
                FROM unnest(?, ?, ?, ?, ?) AS w (tenant_id, app_key, idempotency_key, outcome, settings_id)
                WHERE k.tenant_id = w.tenant_id AND k.app_key = w.app_key AND k.idempotency_key = w.idempotency_key%s
                """.formatted(tenants.condition("k")))) {
            bindKeys(update, 1, entries, Map.Entry::getKey);
            Rows<Map.Entry<CreateSettings, Outcome>> rows = new Rows<>(update, entries);
            rows.text(4, entry -> CreateOutcomeCodec.words(entry.getValue()));
            rows.bigintOrNull(5, entry -> CreateOutcomeCodec.settingsId(entry.getValue()));
            tenants.bind(update, 6);
            update.executeUpdate();
        }
        String anyTenant = entries.getFirst().getKey().caller().tenantId();
        forgetExpired(anyTenant, 2 * entries.size(), now);
    }

    private void forgetExpired(String tenantId, int max, long now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM idempotency_key WHERE tenant_id = ? AND (app_key, idempotency_key) IN (
                    SELECT app_key, idempotency_key FROM idempotency_key
                    WHERE tenant_id = ? AND expires_at <= ?
                    ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                """)) {
            delete.setString(1, tenantId);
            delete.setString(2, tenantId);
            delete.setLong(3, now);
            delete.setInt(4, max);
            delete.executeUpdate();
        }
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString(1), row.getString(2), row.getString(3));
    }

    private static <T> void bindKeys(
            PreparedStatement statement, int first, List<T> list, Function<T, CreateSettings> command)
            throws SQLException {
        Rows<T> rows = new Rows<>(statement, list);
        rows.text(first, row -> Key.of(command.apply(row)).tenantId());
        rows.text(first + 1, row -> Key.of(command.apply(row)).app());
        rows.text(first + 2, row -> Key.of(command.apply(row)).key());
    }
}
