package agentsettings.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.LoggedMessages;
import agentsettings.storage.Samples;
import agentsettings.storage.jdbc.ReadFailureLog;
import agentsettings.storage.observation.StorageObserver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the queries of a turn when reading fails: each is answered, and each failure is logged. */
class QueryBatcherTest {

    private final LoggedMessages log = new LoggedMessages(ReadFailureLog.class);
    private final List<Runnable> endOfTurn = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anErrorFailsTheQueryThatCausesItAndNoOtherOfItsTurn() {
        QueryBatcher queries =
                new QueryBatcher(failingOn("2", new StackOverflowError("deep")), endOfTurn::add, StorageObserver.NONE);

        List<CompletableFuture<FindSettings.Outcome>> results = enqueue(queries, "1", "2", "3");
        endOfTurn.removeFirst().run();

        assertThat(results.get(0)).isCompletedWithValue(new FindSettings.NoSettings());
        assertThat(results.get(1).exceptionNow())
                .isInstanceOf(StoreUnavailable.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(results.get(2)).isCompletedWithValue(new FindSettings.NoSettings());
    }

    @Test
    void anErrorOfAQueryThatIsAloneIsItsAnswerAndTheNextTurnIsServed() {
        QueryBatcher queries =
                new QueryBatcher(failingOn("2", new StackOverflowError("deep")), endOfTurn::add, StorageObserver.NONE);

        CompletableFuture<FindSettings.Outcome> failed = enqueue(queries, "2").getFirst();
        endOfTurn.removeFirst().run();
        CompletableFuture<FindSettings.Outcome> next = enqueue(queries, "3").getFirst();
        endOfTurn.removeFirst().run();

        assertThat(failed.exceptionNow()).isInstanceOf(StoreUnavailable.class);
        assertThat(next).isCompletedWithValue(new FindSettings.NoSettings());
    }

    @Test
    void readFailuresAreLoggedWithTheirCause() {
        QueryBatcher queries = new QueryBatcher(
                failingOn("2", new SQLException("disk I/O error")), endOfTurn::add, StorageObserver.NONE);

        enqueue(queries, "1", "2", "3");
        endOfTurn.removeFirst().run();

        assertThat(log.all()).singleElement().asString().startsWith("WARNING ").contains("disk I/O error");
    }

    private static QueryBatcher.Reads failingOn(String user, Throwable failure) {
        return queries -> {
            if (queries.stream().anyMatch(query -> query.user().equals(user))) {
                if (failure instanceof SQLException fault) {
                    throw fault;
                }
                throw (Error) failure;
            }
            return queries.stream()
                    .<FindSettings.Outcome>map(query -> new FindSettings.NoSettings())
                    .toList();
        };
    }

    private static List<CompletableFuture<FindSettings.Outcome>> enqueue(QueryBatcher queries, String... users) {
        return Stream.of(users)
                .map(user -> queries.enqueue(new FindSettings(Samples.CALLER.tenantId(), user))
                        .toCompletableFuture())
                .toList();
    }
}
