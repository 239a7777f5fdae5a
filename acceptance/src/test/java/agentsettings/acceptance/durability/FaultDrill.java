package agentsettings.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.durability.DisturbedServer.Tracer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Injects faults into a server under load, one in each test, and shows what clients, the health page, the metrics and the log say, that it
 * serves again when the fault is gone, without a restart where the matrix in docs/operations.md says so, and that every acknowledged
 * write is in the database, which is sound. Run by {@code acceptance/faults}, as root.
 */
class FaultDrill {

    private static final String REFUSED = "write 503 9002";
    private static final String UNKNOWN = "write 503 9003";
    private static final String QUERIED = "query 200 0";
    private static final String CREATE = "/apiaccess/CC-Management/v1/openapp/agentsettings/create";
    private static final int CONNECTIONS_MAX = 9000;
    private static final String WRITTEN = "write 200 0";

    @TempDir
    private static Path prepared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        DisturbedServer.prepare(prepared.resolve("data"));
    }

    private Path data() throws IOException {
        return copyTo(folder.resolve("data"));
    }

    private static Path copyTo(Path target) throws IOException {
        Path source = prepared.resolve("data");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }

    /** Lets the load go on for a while, until queries were answered too, and prints what it was answered. */
    private static void observe(String fault, DisturbedServer server, long millis) throws Exception {
        Thread.sleep(millis);
        server.load()
                .await(
                        answers -> answers.keySet().stream().anyMatch(answer -> answer.startsWith("query"))
                                && answers.keySet().stream().anyMatch(answer -> answer.startsWith("write")),
                        "answers of both kinds");
        System.out.println("FaultDrill: " + fault + ": " + server.load().seen());
    }

    private static void requireServed(DisturbedServer server) throws Exception {
        server.load().awaitOnlySuccess(200);
        server.awaitReady(200, "");
    }

    @Test
    void diskFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString());
        try (DisturbedServer server = new DisturbedServer(copyTo(disk.resolve("data")), Map.of())) {
            run("sh", "-c", "dd if=/dev/zero of=" + disk.resolve("filler") + " bs=1M 2>/dev/null || true");
            server.load().await(REFUSED, 20);
            server.load().forget();
            observe("disk full", server, 2000);
            assertThat(server.load().seen()).containsOnlyKeys(REFUSED, QUERIED);
            server.awaitReady(503, "disk-space");
            server.awaitLog("database or disk is full");
            assertThat(server.metric("agentsettings_storage_failures_total")).isPositive();
            Files.delete(disk.resolve("filler"));
            requireServed(server);
            server.requireNothingLost();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void readOnlyFileSystem() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            try (Tracer _ = server.inject("pwrite64,fdatasync,fsync,ftruncate,fallocate:error=EROFS")) {
                server.load().await(answers -> refusals(answers) >= 20, "refusals");
                server.load().forget();
                observe("read-only file system", server, 2000);
                assertThat(server.load().seen()).doesNotContainKey(WRITTEN).containsKey(QUERIED);
                server.awaitReady(503, "storage-write");
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    @Test
    void aStartOnAReadOnlyFileSystemIsRefused() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString());
        try {
            Path data = copyTo(disk.resolve("data"));
            run("mount", "-o", "remount,ro", disk.toString());
            assertThat(refusedStart(data)).contains("Read-only file system", data.toString());
            run("mount", "-o", "remount,rw", disk.toString());
            try (DisturbedServer server = new DisturbedServer(data, Map.of())) {
                server.requireNothingLost();
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void writesFailWithInputOutputErrors() throws Exception {
        injectAndRecover("write errors", "pwrite64:error=EIO");
    }

    @Test
    void synchronizationsFailWithInputOutputErrors() throws Exception {
        injectAndRecover("fsync errors", "fdatasync,fsync:error=EIO");
    }

    @Test
    void everyThirdSynchronizationFails() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            try (Tracer _ = server.inject("fdatasync,fsync:error=EIO:when=1+3")) {
                server.load().forget();
                observe("every third fsync fails", server, 3000);
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    @Test
    void readsFailWithInputOutputErrors() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            try (Tracer _ = server.inject("pread64:error=EIO")) {
                server.load().await("query 503 9002", 20);
                server.load().forget();
                observe("read errors", server, 2000);
                server.awaitReady(503, "storage-read");
                server.awaitLog("A read failed");
                assertThat(server.metric("agentsettings_storage_read_failures_total"))
                        .isPositive();
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    private void injectAndRecover(String fault, String injection) throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            try (Tracer _ = server.inject(injection)) {
                server.load().await(answers -> refusals(answers) >= 20, "refusals");
                server.load().forget();
                observe(fault, server, 2000);
                assertThat(server.load().seen()).doesNotContainKey(WRITTEN).containsKey(QUERIED);
                server.awaitReady(503, "storage-write");
                server.awaitLog("disk I/O error");
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    private static int refusals(Map<String, Integer> answers) {
        return answers.getOrDefault(REFUSED, 0) + answers.getOrDefault(UNKNOWN, 0);
    }

    @Test
    void damagedPage() throws Exception {
        Path data = data();
        try (DisturbedServer server = new DisturbedServer(data, Map.of())) {
            Path file = server.file("agentsettings.db");
            long page = new Database(data)
                    .count(
                            "SELECT max(pageno) FROM dbstat WHERE name = 't_aicc_pub_appcube_user' AND pagetype = 'leaf'");
            byte[] sound = exchange(file, page, new byte[4096]);
            server.load().forget();
            server.load().await("query 503 9002", 3);
            observe("damaged page", server, 0);
            server.awaitLog("malformed");
            assertThat(server.load().seen()).containsKeys(QUERIED, "query 503 9002");
            exchange(file, page, sound);
            requireServed(server);
            server.requireNothingLost();
        }
    }

    private static byte[] exchange(Path file, long page, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer before = ByteBuffer.allocate(content.length);
            channel.read(before, (page - 1) * content.length);
            channel.write(ByteBuffer.wrap(content), (page - 1) * content.length);
            return before.array();
        }
    }

    @Test
    void movedFile() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            Path file = server.file("agentsettings.db");
            Path moved = Files.move(file, folder.resolve("moved.db"));
            server.load().await(REFUSED, 20);
            server.load().forget();
            observe("moved file", server, 1000);
            assertThat(server.load().seen()).containsOnlyKeys(REFUSED, "query 503 9002");
            server.awaitReady(503, "storage-files");
            server.awaitLog("deleted or replaced");
            Files.move(moved, file);
            requireServed(server);
            server.awaitLog("are back");
            server.requireNothingLost();
        }
    }

    @Test
    void deletedFile() throws Exception {
        Path backup = folder.resolve("backup");
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            server.load().stop();
            ChildJvm.run("db", "backup", "--data", server.file("").toString(), "--with-key", backup.toString());
            Files.delete(server.file("agentsettings.db"));
            server.awaitReady(503, "storage-files");
            server.awaitLog("deleted or replaced");
            server.process().terminate();
            Path restored = folder.resolve("restored");
            ChildJvm.run("db", "restore", backup.toString(), "--data", restored.toString());
            DurabilityCheck check = DurabilityCheck.of(new Database(restored).read(), server.users());
            assertThat(check.complaints()).isEmpty();
        }
    }

    @Test
    void slowSynchronizations() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            try (Tracer _ = server.inject("fdatasync,fsync:delay_enter=1000000")) {
                Thread.sleep(1500); // what was under way
                server.load().forget();
                observe("fsync of 1 s", server, 8000);
                assertThat(server.load().seen()).containsKeys(WRITTEN, QUERIED);
                server.awaitReady(200, "");
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    @Test
    void clockBackByAnHour() throws Exception {
        setClock("clock back by an hour", "-1h");
    }

    @Test
    void clockForwardByAYear() throws Exception {
        setClock("clock forward by a year", "+1y");
    }

    /** A preloaded library sets the wall clock, and leaves alone the monotonic one, as a real set does. */
    private void setClock(String fault, String offset) throws Exception {
        Path clock = Files.writeString(folder.resolve("clock"), "+0");
        Map<String, String> environment = Map.of(
                "LD_PRELOAD", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1");
        try (DisturbedServer server = new DisturbedServer(data(), environment)) {
            for (String time : List.of(offset, "+0")) {
                Files.writeString(clock, time);
                Thread.sleep(2000); // the library reads the file once a second
                server.load().forget();
                observe(fault + ", " + time, server, 4000);
                assertThat(server.load().seen()).containsOnlyKeys(WRITTEN, QUERIED);
                assertThat(server.isServedWithNewToken()).isTrue();
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    @Test
    void outOfDescriptors() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            long pid = server.process().pid();
            long open;
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
                open = descriptors.count();
            }
            List<RawHttp> further = new ArrayList<>();
            run("prlimit", "--pid", Long.toString(pid), "--nofile=" + (open + 2) + ":");
            for (int i = 0; i < 40; i++) {
                further.add(RawHttp.connect(server.process().base()));
            }
            server.load().forget();
            observe("out of descriptors", server, 4000);
            assertThat(server.load().seen()).containsKeys(WRITTEN, QUERIED);
            run("prlimit", "--pid", Long.toString(pid), "--nofile=4096:");
            for (RawHttp connection : further) {
                connection.close();
            }
            requireServed(server);
            server.requireNothingLost();
        }
    }

    @Test
    void outOfMemory() throws Exception {
        Map<String, String> small = Map.of("AGENTSETTINGS_JAVA_OPTS", "-Xms32m -Xmn16m -Xmx48m");
        try (DisturbedServer server = new DisturbedServer(data(), small)) {
            List<RawHttp> connections = new ArrayList<>();
            try {
                sendIncompleteBodies(server, connections);
                assertThat(server.process().awaitExit()).as("exit code").isEqualTo(3);
            } finally {
                for (RawHttp connection : connections) {
                    connection.close();
                }
            }
            System.out.println("FaultDrill: out of memory: " + server.load().seen());
            assertThat(server.process().output()).contains("Terminating due to java.lang.OutOfMemoryError");
            server.load().stop();
            server.start(); // as systemd does
            requireServed(server);
            server.requireNothingLost();
        }
    }

    /** Sends bodies that are never complete, over as many connections as it takes. */
    private static void sendIncompleteBodies(DisturbedServer server, List<RawHttp> connections) {
        byte[] body = new byte[16_000];
        byte[] request = RawHttp.request(
                "POST", CREATE, Map.of("Content-Type", "application/json", "X-APP-Key", "demo-app"), body);
        byte[] incomplete = Arrays.copyOf(request, request.length - 1);
        try {
            while (connections.size() < CONNECTIONS_MAX) {
                RawHttp connection = RawHttp.connect(server.process().base());
                connections.add(connection);
                connection.send(incomplete);
            }
        } catch (IOException ended) {
            System.out.println("FaultDrill: out of memory after " + connections.size() + " connections: " + ended);
        }
    }

    @Test
    void stoppedAndContinued() throws Exception {
        try (DisturbedServer server = new DisturbedServer(data(), Map.of())) {
            String pid = Long.toString(server.process().pid());
            run("kill", "-STOP", pid);
            Thread.sleep(12_000);
            server.load().forget();
            run("kill", "-CONT", pid);
            observe("stopped for 12 s, continued", server, 1000);
            requireServed(server);
            server.requireNothingLost();
        }
    }

    /** Starts a server that can't start, and returns what it says. */
    private String refusedStart(Path data) throws Exception {
        Path output = folder.resolve("refused");
        Process process = DisturbedServer.serve(data, Map.of())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(1);
        System.out.println("FaultDrill: refused: " + Files.readString(output));
        return Files.readString(output);
    }
}
