package agentsettings.storage.directory;

import agentsettings.core.requests.Idempotency;
import agentsettings.core.requests.RepeatableRequest;
import agentsettings.core.state.IdempotencyKey;
import agentsettings.core.store.RequestOutcome;
import agentsettings.storage.jdbc.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Remembers requests to the directory under their idempotency keys. Used by one thread, in the transaction of its owner. */
record RequestDao(Statements statements, RepeatableRequest request) {

    /** A claim is a row that has expired already, so that the key counts as new. An existing row is locked and returned. */
    private static final String CLAIM = """
            INSERT INTO idempotency_key (tenant_id, app_key, idempotency_key, body_digest, outcome, expires_at)
            VALUES (?, ?, ?, '', '', ?)
            ON CONFLICT (tenant_id, app_key, idempotency_key) DO UPDATE SET expires_at = idempotency_key.expires_at
            RETURNING body_digest, outcome, expires_at
            """;

    private static final String REMEMBER = """
            UPDATE idempotency_key SET body_digest = ?, outcome = ?, expires_at = ?
            WHERE tenant_id = ? AND app_key = ? AND idempotency_key = ?
            """;

    /** The tenant space of requests to the directory is empty. */
    private static final String REMOVE_EXPIRED = "DELETE FROM idempotency_key WHERE tenant_id = '' AND expires_at <= ?";

    /** A key whose digest is empty was claimed by a request that failed. */
    private record Claimed(String digest, String nonce, long expiresAt) {

        boolean isRemembered(long now) {
            return !digest.isEmpty() && expiresAt > now;
        }
    }

    /** Removes requests that have expired, except those of late, which another transaction may claim; false if there are none. */
    static boolean removeExpired(Statements statements, Instant now) throws SQLException {
        return statements.update(REMOVE_EXPIRED, now.minus(Idempotency.LIFE).toEpochMilli());
    }

    /** Keeps other requests of the same key waiting until the transaction ends; the outcome if the key is remembered. */
    <T> Optional<RequestOutcome<T>> claim() throws SQLException {
        long now = request.now().toEpochMilli();
        IdempotencyKey key = key();
        Claimed claimed = statements
                .select(
                        CLAIM,
                        row -> new Claimed(row.getString(1), row.getString(2), row.getLong(3)),
                        key.tenantId(),
                        key.actor(),
                        key.key(),
                        now)
                .getFirst();
        if (!claimed.isRemembered(now)) {
            return Optional.empty();
        }
        return Optional.of(
                claimed.digest.equals(request.idempotency().bodyDigest())
                        ? new RequestOutcome.Repeated<>(claimed.nonce)
                        : new RequestOutcome.KeyReused<>());
    }

    /** Remembers the request, whose key must be claimed. */
    void remember() throws SQLException {
        IdempotencyKey key = key();
        statements.update(
                REMEMBER,
                request.idempotency().bodyDigest(),
                request.nonce(),
                request.now().plus(Idempotency.LIFE).toEpochMilli(),
                key.tenantId(),
                key.actor(),
                key.key());
    }

    private IdempotencyKey key() {
        return IdempotencyKey.ofDirectory(request.actor(), request.idempotency().key());
    }
}
