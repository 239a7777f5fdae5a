package agentsettings.storage.retention;

import agentsettings.core.changes.ChangeNumber;
import agentsettings.storage.LogTrimmer;
import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.Statements;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Trims the change log of either engine, in the engine's transactions. Used by one thread. */
public final class StoredLogTrimmer implements LogTrimmer {

    private static final String MOVE_START = """
            INSERT INTO change_log_start (node, number, settings_id) VALUES (?, ?, ?)
            ON CONFLICT (node) DO UPDATE SET
                number = excluded.number,
                settings_id = CASE WHEN excluded.settings_id > change_log_start.settings_id
                    THEN excluded.settings_id ELSE change_log_start.settings_id END
            """;

    private final StatementSession session;
    private final OldestChanges oldest;

    /** Takes the session over. */
    public StoredLogTrimmer(StatementSession session, OldestChanges oldest) {
        this.session = session;
        this.oldest = oldest;
    }

    /** Reads before it writes, so that nobody waits while there is nothing to remove. */
    @Override
    public int trim(Instant before) {
        List<OldChange> changes = session.read(statements -> changesBefore(before, statements));
        boolean removed = !changes.isEmpty() && session.change(statements -> remove(changes, statements));
        return removed ? changes.size() : 0;
    }

    private List<OldChange> changesBefore(Instant before, Statements statements) throws SQLException {
        for (ChangeNumber start : oldest.starts(statements)) {
            List<OldChange> changes = oldest.read(statements, start, STEP_MAX).stream()
                    .takeWhile(change -> change.at() < before.toEpochMilli())
                    .toList();
            if (!changes.isEmpty()) {
                return changes;
            }
        }
        return List.of();
    }

    private boolean remove(List<OldChange> changes, Statements statements) throws SQLException {
        if (!oldest.acquire(statements) || !oldest.delete(statements, changes)) {
            return false;
        }
        deleteEndsOfHistories(changes, statements);
        ChangeNumber last = changes.getLast().number();
        long settingsId =
                changes.stream().mapToLong(OldChange::settingsId).max().orElseThrow();
        return statements.update(MOVE_START, last.node(), last.value(), settingsId);
    }

    private static void deleteEndsOfHistories(List<OldChange> changes, Statements statements) throws SQLException {
        try (PreparedStatement delete = statements
                .connection()
                .prepareStatement("DELETE FROM deleted_record WHERE tenant_id = ? AND user_id = ? AND change = ?")) {
            for (OldChange change : changes) {
                if (change.isDeletion()) {
                    delete.setString(1, change.user().tenantId());
                    delete.setString(2, change.user().userId());
                    delete.setLong(3, change.number().value());
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
