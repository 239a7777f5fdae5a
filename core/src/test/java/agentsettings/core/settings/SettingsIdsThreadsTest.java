package agentsettings.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Threads that share a generator get unique ids, which increase for each thread. */
class SettingsIdsThreadsTest {

    private static final int THREADS = 8;
    private static final int IDS_PER_THREAD = 20_000;

    @Test
    void idsAreUniqueWhileTheClockRuns() throws Exception {
        requireUniqueIds(InstantSource.system());
    }

    @Test
    void idsAreUniqueWhileTheClockStandsStill() throws Exception {
        requireUniqueIds(InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")));
    }

    private static void requireUniqueIds(InstantSource clock) throws Exception {
        SettingsIds ids = new SettingsIds(clock, 1, 0);
        Callable<List<Long>> asking = () -> {
            List<Long> made = new ArrayList<>(IDS_PER_THREAD);
            for (int i = 0; i < IDS_PER_THREAD; i++) {
                made.add(ids.next());
            }
            return made;
        };
        List<Callable<List<Long>>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(asking);
        }
        Set<Long> all = new HashSet<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<Long>> made : executor.invokeAll(threads)) {
                assertThat(made.get()).isSorted();
                all.addAll(made.get());
            }
        }

        assertThat(all).hasSize(THREADS * IDS_PER_THREAD);
    }
}
