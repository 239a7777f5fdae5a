package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.durability.FileOperation.ResponseSent;
import agentsettings.acceptance.durability.FileOperation.Sync;
import agentsettings.acceptance.durability.RecordedLoad.RecordedWrite;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records by strace what a server does to its files from its first start on, under load and to its stop, with the moments of its
 * responses. Then builds states that a power cut at some moment could leave, and shows of each that the database opens, that a
 * verification finds nothing, and that every write acknowledged before the cut is there. The same recording without its
 * synchronizations, which is what {@code synchronous=OFF} leaves out, must fail. Run by {@code acceptance/power-loss}.
 */
class PowerLossProof {

    private static final int USERS = 20;
    private static final int BURSTS = 8;
    private static final int PAUSE_MILLIS = 250;
    private static final int STATES_AT_A_CUT = 4;
    private static final int WITHOUT_SYNC = 200;

    private final int states = Integer.getInteger("powerloss.states", 2000);
    private final long seed = Long.getLong("powerloss.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private Map<Integer, List<RecordedWrite>> writes;

    @Test
    void whatWasAcknowledgedSurvivesAPowerCut() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        List<FileOperation> recording = record(root);
        long acknowledged =
                recording.stream().filter(ResponseSent.class::isInstance).count();
        long syncs = recording.stream().filter(Sync.class::isInstance).count();
        System.out.printf(
                "PowerLossProof: %d operations, %d synchronizations, %d responses, seed %d%n",
                recording.size(), syncs, acknowledged, seed);
        Outcome outcome = cut(recording, states);
        System.out.println("PowerLossProof: " + outcome);
        assertThat(outcome.failures).isEmpty();

        List<FileOperation> unsynchronized = recording.stream()
                .filter(operation -> !(operation instanceof Sync))
                .toList();
        Outcome without = cut(unsynchronized, WITHOUT_SYNC);
        System.out.println("PowerLossProof without synchronizations: " + without);
        assertThat(without.failures).isNotEmpty();
    }

    private List<FileOperation> record(Path root) throws Exception {
        Path trace = folder.resolve("trace");
        List<String> strace = Stream.of(List.of("strace"), StraceReader.OPTIONS, List.of("-o", trace.toString()))
                .flatMap(List::stream)
                .toList();
        try (ServerProcess server = ServerProcess.startDemoUnder(strace, root.resolve("data"))) {
            try (RecordedLoad load = new RecordedLoad(server.base(), userIds(), seed)) {
                for (int i = 0; i < BURSTS; i++) {
                    load.burst(1 + random.nextInt(60));
                    Thread.sleep(random.nextInt(PAUSE_MILLIS)); // long enough for some checkpoints of an idle database
                }
                writes = load.byPort();
            }
            server.terminateTraced();
        }
        return StraceReader.read(trace, root);
    }

    private static List<String> userIds() {
        return IntStream.rangeClosed(1, USERS)
                .mapToObj(i -> String.format(Locale.ROOT, "10gg000000demoUser%02d", i))
                .toList();
    }

    /** What came of some states. */
    private static final class Outcome {

        private int states;
        private int cuts;
        private long checked;
        private final List<String> failures = new ArrayList<>();

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d states at %d cuts, %d acknowledged writes compared, %d states failed%s",
                    states,
                    cuts,
                    checked,
                    failures.size(),
                    failures.isEmpty() ? "" : ", the first: " + failures.getFirst());
        }
    }

    private Outcome cut(List<FileOperation> recording, int count) throws IOException {
        TreeSet<Integer> cuts = new TreeSet<>();
        while (cuts.size() < Math.min(count / STATES_AT_A_CUT, recording.size())) {
            cuts.add(random.nextInt(recording.size()) + 1);
        }
        Outcome outcome = new Outcome();
        SimulatedDisk disk = new SimulatedDisk(folder.resolve("root"));
        Acknowledged acknowledged = new Acknowledged(userIds(), writes);
        int done = 0;
        for (int cut : cuts) {
            for (FileOperation operation : recording.subList(done, cut)) {
                disk.apply(operation);
                if (operation instanceof ResponseSent response) {
                    acknowledged.next(response.port());
                }
            }
            done = cut;
            outcome.cuts++;
            for (int i = 0; i < STATES_AT_A_CUT; i++) {
                check(disk, acknowledged, outcome);
            }
        }
        return outcome;
    }

    private void check(SimulatedDisk disk, Acknowledged acknowledged, Outcome outcome) throws IOException {
        Path shared = Path.of("/dev/shm");
        Path left = Files.isWritable(shared)
                ? Files.createTempDirectory(shared, "power-loss")
                : Files.createTempDirectory(folder, "state");
        try {
            disk.leave(left, random);
            outcome.states++;
            outcome.checked += acknowledged.count();
            List<String> complaints = StateAfterCut.complaints(left.resolve("data"), acknowledged);
            if (!complaints.isEmpty()) {
                outcome.failures.add(complaints.getFirst());
            }
        } finally {
            delete(left);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
