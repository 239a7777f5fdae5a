package agentsettings.acceptance.durability;

import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.Action;
import agentsettings.acceptance.settings.Command;
import agentsettings.acceptance.settings.Content;
import agentsettings.acceptance.settings.SettingsClient;
import agentsettings.acceptance.settings.StoredSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Asks for one random thing after the other, for users that no other connection writes to, until it is stopped or the server
 * closes the connection. What it was told is in the users' histories when {@link #run} has ended.
 */
final class LoadConnection implements Runnable {

    private static final String REFUSED_UNDONE = "\"returnCode\":\"9001\"";

    private final SettingsClient client;
    private final List<UserHistory> users;
    private final RandomGenerator random;
    private final List<String> unexpected = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean stopping;

    /** Takes the client over. */
    LoadConnection(SettingsClient client, List<UserHistory> users, RandomGenerator random) {
        this.client = client;
        this.users = users;
        this.random = random;
    }

    @Override
    public void run() {
        try (client) {
            while (!stopping) {
                RawResponse response = ask(users.get(random.nextInt(users.size())));
                stopping |= response.endsConnection();
            }
        } catch (EOFException | SocketException e) {
            stopping = true; // the server is gone, and what was sent last stays in flight
        } catch (IOException | RuntimeException e) {
            unexpected.add(e.toString());
        }
    }

    /** Ends it after the response that it is waiting for. */
    void stop() {
        stopping = true;
    }

    /** How many writes were answered with success so far. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Answers that the model didn't expect; to be read when the connection has ended. */
    List<String> unexpected() {
        return unexpected;
    }

    private RawResponse ask(UserHistory user) throws IOException {
        boolean exists = user.current() != null;
        return switch (random.nextInt(10)) {
            case 0, 1 -> query(user);
            case 2, 3 -> write(exists ? new Command(Action.DELETE, null, null) : create(), user);
            default -> write(exists ? new Command(Action.UPDATE, Content.random(random), null) : create(), user);
        };
    }

    private Command create() {
        return new Command(Action.CREATE, Content.random(random), Long.toHexString(random.nextLong()));
    }

    private RawResponse query(UserHistory user) throws IOException {
        RawResponse response = client.query(user.userId());
        if (!user.isCurrent(response)) {
            unexpected.add("query of " + user + " was answered " + response.status() + " " + response.text());
        }
        return response;
    }

    private RawResponse write(Command command, UserHistory user) throws IOException {
        user.sending(command);
        RawResponse response = client.write(command, user.userId(), user.currentId());
        long id = SettingsClient.idIn(response).orElse(0);
        if (SettingsClient.isSuccess(response) && isId(id, command.action(), user.current())) {
            user.acknowledged(id);
            acknowledged.incrementAndGet();
        } else if (response.text().contains(REFUSED_UNDONE)) {
            user.refused();
        } else {
            unexpected.add(command + " for " + user + " was answered " + response.status() + " " + response.text());
        }
        return response;
    }

    private static boolean isId(long id, Action action, StoredSettings current) {
        return switch (action) {
            case CREATE -> id > 0;
            case UPDATE -> id == current.id();
            case DELETE -> id == 0;
        };
    }
}
