package agentsettings.storage.feed;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedOrder;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.records.RecordReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The feed of an engine's change log. Safe for use by many threads. */
public final class StoredFeed implements ChangeFeed {

    private final RecordReads reads;
    private final Function<Connection, LogReader> logReaders;
    private final String epoch;

    /**
     * The feed of a SQLite file. Takes the connections over.
     *
     * @param epoch identifies the log
     */
    public static StoredFeed ofSqlite(RecordReads reads, String epoch) {
        return new StoredFeed(reads, SqliteLogReader::new, epoch);
    }

    /**
     * The feed of a PostgreSQL database. Takes the connections over.
     *
     * @param epoch identifies the log
     */
    public static StoredFeed ofPostgres(RecordReads reads, String epoch) {
        return new StoredFeed(reads, PostgresLogReader::new, epoch);
    }

    private StoredFeed(RecordReads reads, Function<Connection, LogReader> logReaders, String epoch) {
        this.reads = reads;
        this.logReaders = logReaders;
        this.epoch = epoch;
    }

    @Override
    public FeedCursor start() {
        return execute(log -> new FeedCursor(epoch, new TreeMap<>(log.starts())));
    }

    @Override
    public FeedCursor end() {
        return execute(log -> {
            SortedMap<Integer, Long> seen = new TreeMap<>(log.starts());
            log.ends().forEach((node, end) -> seen.merge(node, end, Math::max)); // changes up to its start are gone
            return new FeedCursor(epoch, seen);
        });
    }

    @Override
    public FeedPage read(FeedCursor after, int limit) {
        return execute(log -> isExpired(after, log.starts())
                ? new FeedPage.Expired()
                : new FeedPage.Changes(after, FeedOrder.merge(after, next(log, after, limit), limit)));
    }

    private boolean isExpired(FeedCursor cursor, Map<Integer, Long> starts) {
        return !cursor.epoch().equals(epoch)
                || starts.entrySet().stream().anyMatch(start -> cursor.seenOf(start.getKey()) < start.getValue());
    }

    private static SortedMap<Integer, List<FeedEntry>> next(LogReader log, FeedCursor after, int limit)
            throws SQLException {
        SortedMap<Integer, List<FeedEntry>> byNode = new TreeMap<>();
        for (Map.Entry<Integer, Long> end : log.ends().entrySet()) {
            int node = end.getKey();
            if (end.getValue() > after.seenOf(node)) {
                byNode.put(node, log.changes(node, after.seenOf(node), end.getValue(), limit));
            }
        }
        return byNode;
    }

    /** A read of the log. */
    private interface LogRead<T> {
        T from(LogReader log) throws SQLException;
    }

    private <T> T execute(LogRead<T> read) {
        try {
            return reads.readSnapshot(connection -> read.from(logReaders.apply(connection)));
        } catch (SQLException e) {
            throw new StoreUnavailable("The database failed to read its change log", e);
        }
    }

    @Override
    public void close() {
        reads.close();
    }
}
