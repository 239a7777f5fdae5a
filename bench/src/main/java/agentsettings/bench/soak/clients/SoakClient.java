package agentsettings.bench.soak.clients;

import agentsettings.bench.load.KeepAliveConnection;
import agentsettings.bench.load.Samples;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A good client: it sends requests for its own users, and knows what each response must be. Used by one thread. */
final class SoakClient implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"callerPresentDefault\":\"(\\d+)\"");
    private static final String OK = "200 0";
    private static final String NO_SETTINGS = "500 5003";

    private final KeepAliveConnection vendor;
    private final KeepAliveConnection management;
    private final List<OwnedUser> users;
    private final ResponseCounts counts;
    private final AtomicLong numbers;
    private final SplittableRandom random;

    /**
     * Connects.
     *
     * @param numbers the source of display numbers, none of which is used twice
     */
    SoakClient(Server server, List<OwnedUser> users, ResponseCounts counts, AtomicLong numbers) throws IOException {
        this.vendor = new KeepAliveConnection(server.uri());
        this.management = new KeepAliveConnection(server.management());
        this.users = users;
        this.counts = counts;
        this.numbers = numbers;
        this.random = new SplittableRandom(users.getFirst().number());
    }

    /** Sends a request of the mix. */
    void sendOne() throws IOException {
        OwnedUser user = users.get(random.nextInt(users.size()));
        int percent = random.nextInt(100);
        if (!user.isCertain() || percent < 40) {
            query(user);
        } else if (percent < 85) {
            write(user, percent < 60);
        } else if (percent < 90) {
            send(vendor, "token", Requests.token(Requests.SECRET), "200");
        } else {
            read(user, percent);
        }
    }

    private void write(OwnedUser user, boolean keeps) throws IOException {
        String number = Long.toString(numbers.incrementAndGet());
        if (!user.hasSettings()) {
            if (send(vendor, "create", Requests.write("create", user.number(), null, number), OK)) {
                user.is(number);
                user.setId(found(ID));
            }
        } else if (keeps) {
            if (send(vendor, "update", Requests.write("update", user.number(), user.id(), number), OK)) {
                user.is(number);
            }
        } else if (send(vendor, "delete", Requests.delete(user.number()), OK)) {
            user.is(OwnedUser.NONE);
        }
    }

    private void query(OwnedUser user) throws IOException {
        boolean executed = send(
                vendor,
                "query",
                Requests.query(user.number()),
                user.canBe(OwnedUser.NONE) ? NO_SETTINGS : OK,
                user.isCertain() ? "" : OK);
        if (executed) {
            String stored = found(NUMBER);
            if (!user.canBe(stored)) {
                counts.fault("query", "has " + stored + " instead of " + user.possible());
            }
            user.is(stored);
            user.setId(found(ID));
        }
    }

    private void read(OwnedUser user, int percent) throws IOException {
        String path = "/users/" + Samples.userId(user.number());
        switch (percent) {
            case 90, 91, 92 ->
                send(management, "get settings", Requests.management(path + "/settings"), settings(user));
            case 93, 94 -> send(management, "get user", Requests.management(path), "200");
            case 95, 96 -> send(management, "history", Requests.management(path + "/history?limit=10"), "200");
            case 97 -> send(management, "list users", Requests.management("/users?limit=20"), "200");
            case 98 -> send(management, "list settings", Requests.management("/settings?limit=20"), "200");
            default -> send(management, "summary", Requests.management("/summary"), "200");
        }
    }

    private static String settings(OwnedUser user) {
        return user.hasSettings() ? "200" : "404 not-found";
    }

    /** Returns whether the response is one of those expected. A write without a response ends this client. */
    private boolean send(KeepAliveConnection connection, String operation, byte[] request, String... expected)
            throws IOException {
        int status = connection.exchange(request);
        String body = connection.body();
        String outcome = status == 200 && expected[0].equals("200") ? "200" : ResponseCounts.outcome(status, body);
        return counts.count(operation, outcome, body, List.of(expected));
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(vendor.body());
        return matcher.find() ? matcher.group(1) : OwnedUser.NONE;
    }

    @Override
    public void close() throws IOException {
        vendor.close();
        management.close();
    }
}
