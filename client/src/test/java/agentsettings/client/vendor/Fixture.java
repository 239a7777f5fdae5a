package agentsettings.client.vendor;

import static agentsettings.client.vendor.Replies.TOKEN_OPERATION;
import static agentsettings.client.vendor.Replies.token;

import agentsettings.client.ClientConfig;
import agentsettings.client.MovedClock;
import agentsettings.client.RecordedPauses;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserProfile;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A client of a scripted server, with a clock that is moved and pauses that take no time. */
final class Fixture implements AutoCloseable {

    static final String SECRET = "the-secret-of-the-app";

    /** Every operation, by the end of its path. */
    enum Call {
        CREATE("create"),
        UPDATE("update"),
        QUERY("query"),
        DELETE("delete"),
        ADD_USER("users");

        final String operation;

        Call(String operation) {
            this.operation = operation;
        }

        boolean isRepeatableWhenUnknown() {
            return this == QUERY || this == CREATE;
        }
    }

    private static final OutboundSettings SETTINGS = new OutboundSettings(CallType.DIRECT, null, null, null, null);

    /** Waits as long as it may. */
    static final RandomGenerator LONGEST = new RandomGenerator() {
        private long last;

        @Override
        public synchronized long nextLong() {
            return ++last;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    final MovedClock clock = new MovedClock();
    final RecordedPauses pauses = new RecordedPauses(clock);
    final ScriptedServer server;
    final VendorClient client;

    /** A server that issues tokens and otherwise follows the script. */
    Fixture(ScriptedServer.Script script, UnaryOperator<ClientConfig> configured) {
        server = new ScriptedServer(
                request -> request.operation().equals(TOKEN_OPERATION) ? token("a-token", 3600) : script.next(request));
        client = client(server, configured);
    }

    /** A server that issues tokens and otherwise takes these steps, one a request; the last of them for ever. */
    static Fixture of(Step... steps) {
        Queue<Step> left = new ArrayDeque<>(Arrays.asList(steps));
        return new Fixture(_ -> left.size() > 1 ? left.poll() : left.peek(), config -> config);
    }

    /** A server that follows the script at every request. */
    static Fixture withTokens(ScriptedServer.Script script) {
        return withTokens(script, config -> config);
    }

    static Fixture withTokens(ScriptedServer.Script script, UnaryOperator<ClientConfig> configured) {
        return new Fixture(new ScriptedServer(script), configured);
    }

    private Fixture(ScriptedServer server, UnaryOperator<ClientConfig> configured) {
        this.server = server;
        this.client = client(server, configured);
    }

    private VendorClient client(ScriptedServer scripted, UnaryOperator<ClientConfig> configured) {
        return new VendorClient(
                configured.apply(ClientConfig.of(scripted.address())),
                AppCredentials.of("app", SECRET),
                clock,
                LONGEST,
                pauses);
    }

    Outcome perform(Call call) {
        return switch (call) {
            case CREATE -> client.create("u", SETTINGS);
            case UPDATE -> client.update(17, "u", SETTINGS);
            case QUERY -> client.query("u");
            case DELETE -> client.delete("u");
            case ADD_USER -> client.addUser(new UserProfile("ann", "Ann", null, null, null, null));
        };
    }

    /** The operation's requests. */
    List<ScriptedServer.Request> requests(Call call) {
        return server.requests(call.operation);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
