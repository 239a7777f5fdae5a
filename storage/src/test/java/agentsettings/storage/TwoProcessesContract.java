package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One process adds users while another creates their settings. From the moment at which a user is acknowledged nobody is told that
 * it is unknown, and until then nobody is told anything else. An engine is tested by a subclass that provides it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class TwoProcessesContract {

    private static final int USERS = 400;
    private static final int WRITERS = 4;

    private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(USERS);

    /** An empty database. */
    protected abstract Engine engine() throws IOException;

    /** The arguments by which {@link UserAdder} opens the database. */
    protected abstract List<String> arguments();

    @Test
    void whoCreatesSettingsNeverMissesAUserThatAnotherProcessHasAdded() throws Exception {
        try (Engine engine = engine();
                Store store = engine.open(InstantSource.system())) {
            Process adder = start();
            try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS + 1)) {
                Future<Integer> read = executor.submit(() -> readAcknowledgements(adder));
                List<Callable<Integer>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    int first = i;
                    writers.add(() -> createSettings(store, first));
                }
                int tries = 0;
                for (Future<Integer> writer : executor.invokeAll(writers)) {
                    tries += writer.get();
                }
                assertThat(read.get()).isEqualTo(USERS);
                assertThat(adder.waitFor()).isZero();
                assertThat(tries).as("some came too early").isGreaterThan(USERS);
            } finally {
                adder.destroyForcibly();
            }
            assertThat(engine.changeLog()).extracting(LoggedChange::action).containsOnly("add user", "create");
            assertThat(engine.changeLog()).extracting(LoggedChange::action).hasSize(2 * USERS);
            assertThat(engine.findings()).isEmpty();
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                UserAdder.class.getName(),
                Integer.toString(USERS)));
        command.addAll(arguments());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private int readAcknowledgements(Process adder) throws IOException {
        int count = 0;
        try (BufferedReader lines = adder.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.set(Integer.parseInt(line), 1);
                count++;
            }
        }
        return count;
    }

    /** Creates the settings of every so many-th user as soon as it is there; returns the number of tries. */
    private int createSettings(Store store, int first) {
        int tries = 0;
        for (int user = first; user < USERS; user += WRITERS) {
            CreateSettings.Outcome outcome;
            boolean wasThere;
            do {
                wasThere = acknowledged.get(user) == 1;
                outcome = create(store, user, tries++);
                assertThat(outcome)
                        .as("user acknowledged before: %s", wasThere)
                        .isInstanceOfAny(
                                CreateSettings.Created.class,
                                wasThere ? CreateSettings.Created.class : CreateSettings.UnknownUser.class);
            } while (outcome instanceof CreateSettings.UnknownUser);
        }
        return tries;
    }

    /** Every other time under a key of its own. */
    private static CreateSettings.Outcome create(Store store, int user, int number) {
        Idempotency key = number % 2 == 0 ? null : new Idempotency(user + " " + number, "digest");
        return store.write(new CreateSettings(Samples.CALLER, UserAdder.userId(user), Samples.VENDORS, key))
                .toCompletableFuture()
                .join();
    }
}
