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
import java.util.Random;

/**
 * Writes one random thing after the other, for users that no other connection writes to, through whatever happens, until it is
 * stopped. A user whose last write is in doubt is left alone from then on.
 */
final class DrillConnection implements Runnable {

    private static final long PAUSE_MILLIS = 100;

    private final URI server;
    private final List<UserHistory> users;
    private final Random random;
    private final DrillFigures figures;
    private SettingsClient client;
    private volatile boolean stopping;

    DrillConnection(URI server, List<UserHistory> users, Random random, DrillFigures figures) {
        this.server = server;
        this.users = new ArrayList<>(users);
        this.random = random;
        this.figures = figures;
    }

    @Override
    public void run() {
        while (!stopping && !users.isEmpty()) {
            UserHistory user = users.get(random.nextInt(users.size()));
            try {
                if (client == null) {
                    client = SettingsClient.connect(server, SettingsClient.DEMO_APP);
                }
                write(user);
            } catch (IOException lost) {
                figures.connectionLost(lost);
                users.remove(user);
                disconnect();
            }
        }
        disconnect();
    }

    /** Ends it after the response that it is waiting for. */
    void stop() {
        stopping = true;
    }

    private void write(UserHistory user) throws IOException {
        Command command = command(user.current() != null);
        user.sending(command);
        long sent = System.nanoTime();
        RawResponse response = client.write(command, user.userId(), user.currentId());
        figures.answered(response, sent);
        if (SettingsClient.isSuccess(response)) {
            user.acknowledged(SettingsClient.idIn(response).orElse(0));
        } else if (response.text().contains("\"returnCode\":\"9003\"")) {
            users.remove(user);
            pause();
        } else if (response.status() == 503) {
            user.refused();
            pause();
        } else {
            users.remove(user);
            figures.unexpected(command + " for " + user + " was answered " + response.status() + " " + response.text());
        }
        if (response.endsConnection()) {
            disconnect();
        }
    }

    private Command command(boolean exists) {
        if (!exists) {
            return new Command(Action.CREATE, Content.random(random), Long.toHexString(random.nextLong()));
        }
        return random.nextInt(4) == 0
                ? new Command(Action.DELETE, null, null)
                : new Command(Action.UPDATE, Content.random(random), null);
    }

    private void disconnect() {
        try {
            if (client != null) {
                client.close();
            }
        } catch (IOException e) {
            figures.connectionLost(e);
        }
        client = null;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
