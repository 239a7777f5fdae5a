package agentsettings.storage.records;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.queries.AgentsWithNumbers;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.Summary;
import agentsettings.core.queries.TimeSteps;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Records;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.core.users.UserKey;
import agentsettings.storage.history.ChangeCount;
import agentsettings.storage.history.History;
import agentsettings.storage.history.HistoryCursor;
import agentsettings.storage.jdbc.Dialect;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The records of an engine's database. Safe for use by many threads. */
public final class StoredRecords implements Records {

    /** The number of rows that a search reads in some tens of milliseconds. */
    private static final int SEARCHED_ROWS_MAX = 20_000;

    private final RecordReads reads;
    private final InstantSource clock;
    private final int searchedRowsMax;
    private final Dialect dialect;
    private final UnreadableRows unreadable = new UnreadableRows();

    /** Takes the connections over. */
    public StoredRecords(RecordReads reads, Dialect dialect, InstantSource clock) {
        this(reads, dialect, clock, SEARCHED_ROWS_MAX);
    }

    /**
     * Takes the connections over.
     *
     * @param searchedRowsMax the number of rows after which a search ends a page
     */
    public StoredRecords(RecordReads reads, Dialect dialect, InstantSource clock, int searchedRowsMax) {
        this.reads = reads;
        this.clock = clock;
        this.searchedRowsMax = searchedRowsMax;
        this.dialect = dialect;
    }

    @Override
    public Page<UserRecord> users(UserFilter filter, String after, int limit) {
        return page(users(filter), after, limit);
    }

    @Override
    public long count(UserFilter filter) {
        return count(users(filter));
    }

    @Override
    public Optional<UserRecord> user(UserKey user) {
        return execute(() -> reads.read(connection -> ListedTable.USERS.find(connection, user)));
    }

    @Override
    public Page<SettingsRecord> settings(SettingsFilter filter, String after, int limit) {
        return page(settings(filter), after, limit);
    }

    @Override
    public long count(SettingsFilter filter) {
        return count(settings(filter));
    }

    @Override
    public Optional<SettingsRecord> settings(UserKey user) {
        return execute(() -> reads.read(connection -> ListedTable.SETTINGS.find(connection, user)));
    }

    @Override
    public Page<LoggedChange> history(UserKey user, String after, int limit) {
        requireRoom(limit);
        HistoryCursor cursor = HistoryCursor.decode(after);
        return execute(() -> reads.readSnapshot(
                connection -> new History(connection, dialect, user).page(cursor, limit, unreadable)));
    }

    @Override
    public Optional<LoggedChange> change(UserKey user, long number) {
        return execute(() -> reads.read(connection -> new History(connection, dialect, user).change(number)));
    }

    @Override
    public Page<AllottedNumber> numbers(NumberFilter filter, String after, int limit) {
        return page(numbers(filter), after, limit);
    }

    @Override
    public long count(NumberFilter filter) {
        return count(numbers(filter));
    }

    @Override
    public Optional<AllottedNumber> number(NumberKey number) {
        return execute(() -> reads.read(connection -> new NumberReads(connection).find(number)));
    }

    @Override
    public List<AllottedNumber> allotted(String tenantId, Collection<PhoneNumber> numbers) {
        return execute(() ->
                reads.read(connection -> new NumberReads(connection).find(tenantId, numbers, dialect, unreadable)));
    }

    @Override
    public AgentsWithNumbers agents(String tenantId, List<String> userIds, boolean withAllotted) {
        return execute(() -> reads.readSnapshot(connection ->
                new AgentsQuery(connection, dialect, tenantId).execute(userIds, withAllotted, unreadable)));
    }

    @Override
    public Summary summary(String tenantId) {
        return execute(() -> reads.readSnapshot(
                connection -> new SummaryQuery(connection, dialect, tenantId).execute(clock.instant())));
    }

    @Override
    public List<Long> changesPerStep(String tenantId, TimeSteps steps) {
        return execute(
                () -> reads.readSnapshot(connection -> new ChangeCount(connection, dialect, tenantId).perStep(steps)));
    }

    private Listing<UserRecord> users(UserFilter filter) {
        return listing(ListedTable.USERS, filter.tenantId(), Filters.of(filter), filter.text());
    }

    private Listing<SettingsRecord> settings(SettingsFilter filter) {
        return listing(ListedTable.SETTINGS, filter.tenantId(), Filters.of(filter), filter.text());
    }

    private Listing<AllottedNumber> numbers(NumberFilter filter) {
        return listing(ListedTable.NUMBERS, filter.tenantId(), Filters.of(filter), filter.text());
    }

    private <T> Listing<T> listing(
            ListedTable<T> table, String tenantId, Conditions conditions, Optional<String> contained) {
        Optional<TextFilter> text = contained.map(TextFilter::new);
        text.ifPresent(sought -> conditions.require(dialect.mayContain(table.searched()), sought.pattern()));
        return new Listing<>(table, tenantId, conditions, text, searchedRowsMax);
    }

    private <T> Page<T> page(Listing<T> listing, String after, int limit) {
        requireRoom(limit);
        return execute(() -> reads.read(connection -> listing.page(connection, after, limit, unreadable)));
    }

    private static void requireRoom(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a page must be at least 1, got " + limit);
        }
    }

    /** Lets other reads in between. */
    private long count(Listing<?> listing) {
        long count = 0;
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String after = next.get();
            Listing.Counted counted = execute(() -> reads.read(connection -> listing.count(connection, after)));
            count += counted.count();
            next = counted.next();
        }
        return count;
    }

    /** A read that may fail. */
    private interface FallibleRead<T> {
        T execute() throws SQLException;
    }

    private static <T> T execute(FallibleRead<T> read) {
        try {
            return read.execute();
        } catch (SQLException e) {
            throw new StoreUnavailable("The database failed to read", e);
        }
    }

    @Override
    public void close() {
        reads.close();
    }
}
