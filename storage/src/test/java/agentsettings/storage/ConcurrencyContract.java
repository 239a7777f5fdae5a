package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.NOTHING;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many threads at once change nothing about what is true: each write happens wholly, once, and is seen from then on. */
abstract class ConcurrencyContract extends StoreFixture {

    private static final int THREADS = 8;
    private static final int ROUNDS = 40;

    @Test
    void ofManyCreatesForOneUserExactlyOneSucceeds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<CreateSettings.Outcome> outcomes = atOnce(thread -> create(USER, VENDORS));

            assertThat(outcomes.stream().filter(CreateSettings.Created.class::isInstance))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(new CreateSettings.AlreadyExists()::equals))
                    .hasSize(THREADS - 1);
            assertThat(outcomes)
                    .contains(new CreateSettings.Created(settings(USER).id()));
            delete(USER);
        }
    }

    @Test
    void ofManyCreatesUnderOneIdempotencyKeyAllGetTheSameAnswer() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Idempotency key = new Idempotency("key-" + round, "digest");
            List<CreateSettings.Outcome> outcomes =
                    atOnce(thread -> write(new CreateSettings(CALLER, USER, VENDORS, key)));

            assertThat(outcomes)
                    .containsOnly(new CreateSettings.Created(settings(USER).id()));
            delete(USER);
        }
    }

    @Test
    void noUpdateIsLost() throws Exception {
        long id = created(USER, NOTHING);
        atOnce(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(update(id, USER, NOTHING)).isEqualTo(new UpdateSettings.Updated(id));
            }
            return null;
        });

        assertThat(settings(USER).version()).isEqualTo(1 + THREADS * ROUNDS);
        assertThat(database().changeLog().stream().map(LoggedChange::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3 + THREADS * ROUNDS).boxed().toList());
        assertThat(database().findings()).isEmpty();
    }

    @Test
    void manyUsersCreatedAtOnceAllHaveTheirOwn() throws Exception {
        List<List<Long>> ids = atOnce(thread -> {
            List<Long> created = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                String userId = "user-" + thread + "-" + i;
                add(Samples.user(CALLER, userId, userId, userId));
                created.add(created(userId, VENDORS));
            }
            return created;
        });

        assertThat(ids.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(THREADS * ROUNDS);
        if (database().lanes() == 1) {
            assertThat(ids).allSatisfy(created -> assertThat(created).isSorted());
        }
    }

    /** Half of the threads write and read at once what they wrote, the others read and never see time go backwards. */
    @Test
    void aReadSeesEveryWriteThatWasAcknowledgedBeforeIt() throws Exception {
        long id = created(USER, number(0));
        created(OTHER_USER, VENDORS);
        atOnce(thread -> {
            long lastVersion = 0;
            for (int i = 0; i < ROUNDS; i++) {
                AgentSettings settings = settings(USER);
                assertThat(settings.version()).isGreaterThanOrEqualTo(lastVersion);
                lastVersion = settings.version();
                if (thread == 0) {
                    update(id, USER, number(i));
                    assertThat(settings(USER).outbound()).isEqualTo(number(i));
                    assertThat(settings(USER).version()).isEqualTo(i + 2);
                }
            }
            return null;
        });
    }

    private static OutboundSettings number(int number) {
        return new OutboundSettings(null, null, null, null, new PhoneNumber(Integer.toString(number)));
    }

    /** Lets every thread do the same, begun together, and gives their results. */
    private static <T> List<T> atOnce(IntFunction<T> doing) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<T>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            threads.add(() -> {
                start.await(60, TimeUnit.SECONDS);
                return doing.apply(thread);
            });
        }
        List<T> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (Future<T> result : executor.invokeAll(threads)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
