package agentsettings.storage.directory;

import agentsettings.core.apps.SigningKey;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Statements;
import agentsettings.storage.jdbc.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Reads and writes the keys that tokens are signed with. Used by one thread, in the transaction of its owner. */
public record SigningKeyDao(Statements statements) {

    public static final Table<SigningKey> TABLE = new Table<>(
            "signing_key",
            "key_id",
            List.of(
                    Column.text("key_id", SigningKey::id),
                    Column.bytes("secret", key -> key.secret().getEncoded()),
                    Column.number("created_at", key -> key.createdAt().toEpochMilli())));

    private static final String KEY_ALGORITHM = "HmacSHA256";

    /** All keys, newest first. */
    List<SigningKey> all() throws SQLException {
        return statements.select(
                "SELECT " + TABLE.names() + " FROM signing_key ORDER BY created_at DESC, key_id",
                row -> new SigningKey(
                        row.getString(1),
                        new SecretKeySpec(row.getBytes(2), KEY_ALGORITHM),
                        Instant.ofEpochMilli(row.getLong(3))));
    }

    /** Adds the key; false if there is one that was created at the given time or later. */
    boolean add(SigningKey key, Instant unlessSince) throws SQLException {
        return statements.insertIf(
                TABLE, key, "NOT EXISTS (SELECT 1 FROM signing_key WHERE created_at >= ?)", unlessSince.toEpochMilli());
    }

    /** Removes the keys created before this time; false if there are none. */
    boolean remove(Instant before) throws SQLException {
        return statements.update("DELETE FROM signing_key WHERE created_at < ?", before.toEpochMilli());
    }
}
