package agentsettings.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.store.Store;
import agentsettings.core.store.Store.StorageCheck;
import agentsettings.storage.Samples;
import agentsettings.storage.queue.BatchLimits;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store whose node number another process has taken is not usable until it has another. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostLeaseCheckTest {

    @Test
    void aLostLeaseFailsTheCheck() {
        PostgresEngine engine = PostgresEngine.withLanes(1);
        try (Store store =
                engine.database().openStore(InstantSource.system(), new BatchLimits(10, 10), Runnable::run)) {
            store.write(Samples.user(Samples.CALLER, "u1", "u1", "u1"))
                    .toCompletableFuture()
                    .join();
            assertThat(store.check()).allMatch(StorageCheck::isPassed);
            engine.execute("UPDATE node_lease SET holder = 'another' WHERE leased_until > now()");
            assertThat(store.check())
                    .filteredOn(check -> !check.isPassed())
                    .singleElement()
                    .isEqualTo(new StorageCheck("storage-write-and-lease", "another process has leased node number 0"));
        }
        engine.close();
    }
}
