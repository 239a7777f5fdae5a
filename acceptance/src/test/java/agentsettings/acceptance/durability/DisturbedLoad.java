package agentsettings.acceptance.durability;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connections that write and query while a fault is injected and removed, count what they are answered, and connect again when they are
 * cut off. A user whose write has an unknown outcome gets no other write.
 */
final class DisturbedLoad implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final long PACE_MILLIS = 3;
    private static final long AWAIT_NANOS = 120_000_000_000L;
    private static final Pattern CODE = Pattern.compile("\"returnCode\":\"(\\d+)\"");
    private static final String LOST = "no response";

    private final URI server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The number of responses by what was sent, status and returnCode, as in "write 503 9002". */
    private final Map<String, Integer> seen = new TreeMap<>();

    private final List<String> wrong = new ArrayList<>();
    private volatile boolean stopping;

    private DisturbedLoad(URI server) {
        this.server = server;
    }

    /** Connects, shares the users out, and starts. */
    static DisturbedLoad start(URI server, List<UserHistory> users, long seed) {
        DisturbedLoad load = new DisturbedLoad(server);
        for (int i = 0; i < CONNECTIONS; i++) {
            List<UserHistory> own = new ArrayList<>();
            for (int user = i; user < users.size(); user += CONNECTIONS) {
                own.add(users.get(user));
            }
            Random random = new Random(seed + i);
            load.threads.execute(() -> load.run(own, random));
        }
        return load;
    }

    /** Forgets what was answered so far. */
    synchronized void forget() {
        seen.clear();
    }

    synchronized Map<String, Integer> seen() {
        return new TreeMap<>(seen);
    }

    /** Waits until this was answered so often. */
    void await(String answer, int count) throws InterruptedException {
        await(answers -> answers.getOrDefault(answer, 0) >= count, answer);
    }

    /** Waits until the answers are as demanded. */
    void await(Predicate<Map<String, Integer>> answers, String wanted) throws InterruptedException {
        long deadline = System.nanoTime() + AWAIT_NANOS;
        while (!answers.test(seen())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited for " + wanted + ", got " + seen());
            }
            Thread.sleep(PACE_MILLIS);
        }
    }

    /** Waits until so many writes and queries in a row had no other answer than success. */
    void awaitOnlySuccess(int count) throws InterruptedException {
        await(
                answers -> {
                    boolean others = answers.keySet().stream().anyMatch(answer -> !answer.endsWith(" 200 0"));
                    if (others) {
                        forget();
                    }
                    return !others
                            && answers.getOrDefault("write 200 0", 0) >= count
                            && answers.getOrDefault("query 200 0", 0) > 0;
                },
                "nothing but success");
    }

    /** Lets every connection read its last answer, and returns answers that contradict earlier ones. */
    List<String> stop() {
        stopping = true;
        threads.close();
        return wrong;
    }

    @Override
    public void close() {
        stop();
    }

    private void run(List<UserHistory> users, Random random) {
        while (!stopping) {
            try (SettingsClient client = SettingsClient.connect(server, SettingsClient.DEMO_APP)) {
                while (!stopping && ask(client, users, random)) {
                    Thread.sleep(PACE_MILLIS);
                }
            } catch (IOException refused) {
                count("connection refused");
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends one request; false when the connection is of no more use. */
    private boolean ask(SettingsClient client, List<UserHistory> users, Random random) {
        UserHistory user = users.get(random.nextInt(users.size()));
        boolean write = user.inFlight() == null && random.nextInt(4) > 0;
        String kind = write ? "write " : "query ";
        try {
            RawResponse response = write ? write(client, user, random) : query(client, user);
            Matcher code = CODE.matcher(response.text());
            count(kind + response.status() + " " + (code.find() ? code.group(1) : "-"));
            return !response.endsConnection();
        } catch (IOException e) {
            count(kind + LOST);
            pause();
            return false;
        }
    }

    private RawResponse write(SettingsClient client, UserHistory user, Random random) throws IOException {
        Command command = user.current() == null
                ? new Command(Action.CREATE, Content.random(random), null)
                : new Command(Action.UPDATE, Content.random(random), null);
        user.sending(command);
        RawResponse response = client.write(command, user.userId(), user.currentId());
        if (SettingsClient.isSuccess(response)) {
            user.acknowledged(SettingsClient.idIn(response).orElse(0));
        } else if (response.text().contains("\"9001\"") || response.text().contains("\"9002\"")) {
            user.refused(); // nothing was changed
        } else if (!response.text().contains("\"9003\"")) {
            note(command + " of " + user + " was answered " + response.status() + " " + response.text());
        }
        return response;
    }

    private RawResponse query(SettingsClient client, UserHistory user) throws IOException {
        RawResponse response = client.query(user.userId());
        boolean answered = response.status() == 200 || response.status() == 500;
        if (answered && user.inFlight() == null && !user.isCurrent(response)) {
            note("query of " + user + " was answered " + response.status() + " " + response.text());
        }
        return response;
    }

    private synchronized void count(String answer) {
        // a user without settings is answered as it must be
        seen.merge(answer.equals("query 500 5003") ? "query 200 0" : answer, 1, Integer::sum);
    }

    private synchronized void note(String contradiction) {
        wrong.add(contradiction);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
