package agentsettings.storage.queue;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.LoggedMessages;
import agentsettings.storage.jdbc.ReadFailureLog;
import agentsettings.storage.jdbc.UncheckedSqlException;
import agentsettings.storage.observation.StorageObserver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the queries of a batch when reading fails. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchedReaderTest {

    private final LoggedMessages log = new LoggedMessages(ReadFailureLog.class);
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore mayGoOn = new Semaphore(0);
    private final List<List<String>> batches = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aRowThatCannotBeReadFailsItsOwnQueryAlone() throws InterruptedException {
        for (Throwable failure : List.of(
                new UncheckedSqlException(new SQLException("invalid page", "XX001")),
                new IllegalStateException("unknown call type"),
                new StackOverflowError("deep"))) {
            List<CompletableFuture<FindSettings.Outcome>> results = find(failure);

            assertThat(results.get(0)).isCompletedWithValue(new FindSettings.NoSettings());
            assertThat(results.get(1).exceptionNow())
                    .isInstanceOf(StoreUnavailable.class)
                    .hasCause(failure);
            assertThat(results.get(2)).isCompletedWithValue(new FindSettings.NoSettings());
            assertThat(log.all()).last().asString().startsWith("WARNING ").contains(failure.toString());
        }
    }

    @Test
    void whenTheStorageFailsTheQueriesOfABatchAreNotRetriedOneByOne() throws InterruptedException {
        List<CompletableFuture<FindSettings.Outcome>> results = find(new StoreUnavailable("can't be reached", null));

        assertThat(results)
                .allSatisfy(result -> assertThat(result.exceptionNow()).isInstanceOf(StoreUnavailable.class));
        assertThat(batches).containsExactly(List.of("first"), List.of("1", "bad", "3"));
    }

    /** Executes the queries 1, bad and 3 together, of which bad causes the failure. */
    private List<CompletableFuture<FindSettings.Outcome>> find(Throwable failure) throws InterruptedException {
        List<CompletableFuture<FindSettings.Outcome>> results;
        try (BatchedReader reader =
                new BatchedReader(queries -> read(queries, failure), new BatchLimits(10, 10), StorageObserver.NONE)) {
            reader.submit(new FindSettings("tenant", "first"));
            arrived.acquire();
            results = Stream.of("1", "bad", "3")
                    .map(user -> reader.submit(new FindSettings("tenant", user)).toCompletableFuture())
                    .toList();
            mayGoOn.release();
        }
        return results;
    }

    private Map<FindSettings, FindSettings.Outcome> read(List<FindSettings> queries, Throwable failure) {
        List<String> users = queries.stream().map(FindSettings::user).toList();
        batches.add(users);
        if (users.contains("first")) {
            arrived.release();
            mayGoOn.acquireUninterruptibly();
        } else if (users.contains("bad")) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
        Map<FindSettings, FindSettings.Outcome> outcomes = new HashMap<>();
        queries.forEach(query -> outcomes.put(query, new FindSettings.NoSettings()));
        return outcomes;
    }
}
