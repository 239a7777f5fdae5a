package agentsettings.acceptance.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.ChildJvm;
import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.ServerProcess;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A server under load whose files, clock and means are disturbed, seen through its responses, its health, its metrics and its log. */
final class DisturbedServer implements AutoCloseable {

    private static final String LAUNCHER = System.getProperty("faults.launcher", "../agentsettings");
    private static final String SECRET =
            "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}";
    private static final int USERS = 8000;
    private static final long AWAIT_NANOS = 120_000_000_000L;
    private static final long POLL_MILLIS = 20;

    private final Path data;
    private final List<UserHistory> users =
            IntStream.range(0, USERS).mapToObj(Database::seededUser).toList();
    private final Map<String, String> environment;
    private ServerProcess server;
    private DisturbedLoad load;

    /** Starts to serve a data folder with {@link #USERS} seeded users, under load. */
    DisturbedServer(Path data, Map<String, String> environment) throws Exception {
        this.data = data;
        this.environment = environment;
        start();
        load.awaitOnlySuccess(50);
    }

    /** Makes a data folder to be served. */
    static void prepare(Path data) throws Exception {
        try (ServerProcess first = ServerProcess.startDemo(data)) {
            assertThat(first.terminate()).isZero();
        }
        new Database(data).seedUsers(USERS);
    }

    /** Starts the server again, after it has ended. */
    void start() throws Exception {
        server = ServerProcess.start(serve(data, environment));
        load = DisturbedLoad.start(server.base(), users, 1);
    }

    /** The command line that serves a data folder by the launcher, as an operator does. */
    static ProcessBuilder serve(Path data, Map<String, String> environment) {
        ProcessBuilder command =
                new ProcessBuilder(LAUNCHER, "serve", "--demo", "--port", "0", "--data", data.toString());
        command.environment().keySet().removeIf(name -> name.startsWith("AGENTSETTINGS_"));
        command.environment().putAll(environment);
        return command;
    }

    DisturbedLoad load() {
        return load;
    }

    ServerProcess process() {
        return server;
    }

    Path file(String name) {
        return data.resolve(name);
    }

    List<UserHistory> users() {
        return users;
    }

    /** Lets strace inject these faults into system calls that use files of the database, until it is closed. */
    Tracer inject(String... injections) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-o", "/dev/null"));
        for (String name : List.of("agentsettings.db", "agentsettings.db-wal")) {
            command.addAll(List.of("-P", file(name).toString()));
        }
        for (String injection : injections) {
            command.add("--inject=" + injection);
        }
        command.addAll(List.of("-p", Long.toString(server.pid())));
        return new Tracer(command);
    }

    /** A strace that is attached to the server. */
    static final class Tracer implements AutoCloseable {

        private final Process strace;
        private final Path errors = Files.createTempFile("strace", ".err");

        private Tracer(List<String> command) throws IOException, InterruptedException {
            strace = new ProcessBuilder(command)
                    .redirectError(Redirect.to(errors.toFile()))
                    .start();
            awaitThat("strace is attached", () -> {
                assertThat(strace.isAlive()).as(Files.readString(errors)).isTrue();
                return Files.readString(errors).contains("attached");
            });
        }

        /** Detaches. */
        @Override
        public void close() throws IOException {
            strace.destroy();
            strace.onExit().join();
            Files.delete(errors);
        }
    }

    /** Waits until /health/ready has this status, and says that this check is not passed, unless its name is empty. */
    void awaitReady(int status, String check) throws Exception {
        awaitThat("readiness " + status + " with " + check, () -> {
            RawResponse ready = get("/health/ready");
            return ready.status() == status && (check.isEmpty() || ready.text().contains("\"" + check + "\":\"down\""));
        });
    }

    /** The sum of a metric over its labels. */
    double metric(String name) throws IOException {
        return get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    RawResponse get(String path) throws IOException {
        try (RawHttp client = RawHttp.connect(server.management())) {
            client.send(RawHttp.request("GET", path, Map.of(), new byte[0]));
            return client.read();
        }
    }

    /** Whether a token is issued, and accepted. */
    boolean isServedWithNewToken() throws IOException {
        try (RawHttp client = RawHttp.connect(server.base())) {
            client.send(RawHttp.request(
                    "POST",
                    "/apigovernance/api/oauth/tokenByAkSk",
                    Map.of("Content-Type", "application/json"),
                    SECRET.getBytes(UTF_8)));
            String token = client.read().text().replaceFirst(".*\"AccessToken\":\"([^\"]*)\".*", "$1");
            client.send(SettingsClient.request(
                    "query",
                    SettingsClient.DEMO_APP,
                    Map.of("Authorization", "Bearer " + token),
                    "{\"userId\":\"nobody\"}"));
            return client.read().text().contains("\"returnCode\":\"5001\"");
        }
    }

    /** Waits until the log has this. */
    void awaitLog(String text) throws Exception {
        awaitThat("a line with " + text, () -> server.errors().contains(text));
    }

    /** Stops the server, and shows that everything acknowledged is there and nothing is wrong with the database. */
    void requireNothingLost() throws Exception {
        assertThat(load.stop()).as("answers that contradict earlier ones").isEmpty();
        assertThat(server.terminate()).isZero();
        server.close();
        assertThat(ChildJvm.run("db", "verify", "--data", data.toString())).contains("Nothing is wrong");
        DurabilityCheck check = DurabilityCheck.of(new Database(data).read(), users);
        assertThat(check.complaints()).isEmpty();
    }

    /** Something to wait for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static void awaitThat(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + AWAIT_NANOS;
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("waited in vain until " + what);
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("failed to wait until " + what, e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        load.close();
    }
}
