package agentsettings.storage.history;

import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.Page;
import agentsettings.core.users.UserKey;
import agentsettings.storage.changelog.LoggedChangeReader;
import agentsettings.storage.history.HistoryCursor.Position;
import agentsettings.storage.history.Lineage.Entry;
import agentsettings.storage.history.Lineage.Kind;
import agentsettings.storage.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history of a user and its settings, as far as it is logged. Reads what the connection's transaction sees. Used by one thread. */
public record History(Connection connection, Dialect dialect, UserKey user) {

    /** Changes from this cursor on, newest first. One that can't be read is left out, and reported. */
    public Page<LoggedChange> page(HistoryCursor from, int limit, FailedRows failed) throws SQLException {
        Changes settings = new Changes(lineage(Kind.SETTINGS).read(from.settings(), limit + 1, failed));
        Changes users = new Changes(lineage(Kind.USER).read(from.user(), limit + 1, failed));
        List<LoggedChange> items = new ArrayList<>();
        for (int i = 0; i < limit && (settings.hasNext() || users.hasNext()); i++) {
            Changes newer = settings.isNewerThan(users) ? settings : users;
            newer.next().ifPresent(items::add);
        }
        boolean more = settings.hasNext() || users.hasNext();
        HistoryCursor next = new HistoryCursor(settings.position(), users.position());
        return new Page<>(items, more ? Optional.of(next.encode()) : Optional.empty());
    }

    private Lineage lineage(Kind kind) {
        return new Lineage(connection, dialect, user, kind);
    }

    /**
     * The change of this number, if it is one of this user.
     *
     * @throws SQLException if the database failed, or the row is invalid
     */
    public Optional<LoggedChange> change(long number) throws SQLException {
        String sql = "SELECT w.number, c." + String.join(", c.", LoggedChangeReader.COLUMNS)
                + " FROM (SELECT CAST(? AS bigint) AS number) AS w "
                + dialect.joinChange("c", "w.number") + " WHERE c.user_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, number);
            select.setString(2, user.tenantId());
            select.setString(3, user.userId());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(LoggedChangeReader.read(row, user)) : Optional.empty();
            }
        } catch (RuntimeException invalid) {
            throw new SQLException("a row of change_log is invalid", invalid);
        }
    }

    /** Changes of one kind of record, taken one after the other. */
    private static final class Changes {

        private final List<Entry> entries;
        private int next;

        Changes(List<Entry> entries) {
            this.entries = entries;
        }

        boolean hasNext() {
            return next < entries.size();
        }

        /** Empty if the change can't be read. */
        Optional<LoggedChange> next() {
            return entries.get(next++).change();
        }

        /** Of the next change. */
        Position position() {
            return hasNext() ? entries.get(next).position() : Position.END;
        }

        /** At the same time, by the number: one node has made both. */
        boolean isNewerThan(Changes other) {
            if (!hasNext() || !other.hasNext()) {
                return hasNext();
            }
            Entry mine = entries.get(next);
            Entry others = other.entries.get(other.next);
            return mine.at() != others.at()
                    ? mine.at() > others.at()
                    : mine.position().next() > others.position().next();
        }
    }
}
