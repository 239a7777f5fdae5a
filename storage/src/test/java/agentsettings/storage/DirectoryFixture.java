package agentsettings.storage;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.Role;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.Directory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What the parts of the directory's contract have in common: a directory of an empty database, and short words to fill it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class DirectoryFixture {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    static final String TENANT = Samples.CALLER.tenantId();
    static final String OTHER_TENANT = Samples.OTHER_TENANT.tenantId();

    Engine engine;
    Directory directory;

    /** An engine with an empty database. */
    protected abstract Engine engine() throws IOException;

    @BeforeEach
    void open() throws IOException {
        engine = engine();
        directory = engine.database().openDirectory();
    }

    @AfterEach
    void close() {
        directory.close();
        engine.close();
    }

    final void reopen() {
        directory.close();
        directory = engine.database().openDirectory();
    }

    static TenantSpace space(String id) {
        return new TenantSpace(id, "Støtte Øst", "NO", new PhoneNumber("+4721000000"), NumberCheck.WARN, NOON, 1);
    }

    static App app(String key) {
        return new App(key, TENANT, Edition.E2023, "hash of " + key, null, true, 3, NOON, 1);
    }

    static ManagementKey key(String id, String tenantId) {
        return new ManagementKey(id, "ops", Role.EDITOR, tenantId, "hash of " + id, NOON, NOON.plusSeconds(9), null);
    }

    final List<ManagementKey> keys() {
        return directory.managementKeys(unreadable -> {
            throw new AssertionError(unreadable);
        });
    }

    /** What each of some threads gets, which all begin at once, each with a directory of its own. */
    final <T> List<T> atOnce(int threads, DirectoryWork<T> work) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                tasks.add(() -> {
                    try (Directory own = engine.database().openDirectory()) {
                        return work.with(own, number);
                    }
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** What a thread does with its directory. */
    interface DirectoryWork<T> {
        T with(Directory own, int number);
    }
}
