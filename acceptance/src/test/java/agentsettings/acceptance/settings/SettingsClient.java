package agentsettings.acceptance.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which the demo's app asks for settings. For one thread at a time. */
public final class SettingsClient implements AutoCloseable {

    public static final String DEMO_APP = "demo-app";
    public static final String DEMO_TENANT = "202205116084";

    private static final String BASE = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");

    private final RawHttp connection;
    private final String appKey;

    private SettingsClient(RawHttp connection, String appKey) {
        this.connection = connection;
        this.appKey = appKey;
    }

    public static SettingsClient connect(URI server, String appKey) throws IOException {
        return new SettingsClient(RawHttp.connect(server), appKey);
    }

    /** The port of this end of the connection. */
    public int localPort() {
        return connection.localPort();
    }

    /**
     * Sends the command and waits for the response.
     *
     * @param id of the settings to update
     */
    public RawResponse write(Command command, String userId, long id) throws IOException {
        send(command, userId, id);
        return read();
    }

    public RawResponse query(String userId) throws IOException {
        sendQuery(userId);
        return read();
    }

    /** Sends the command; its response is to be read. Parameters as for {@link #write}. */
    public void send(Command command, String userId, long id) throws IOException {
        Map<String, String> headers = new HashMap<>();
        if (command.idempotencyKey() != null) {
            headers.put("Idempotency-Key", command.idempotencyKey());
        }
        String body = VendorJson.request(command, userId, id);
        connection.send(request(command.action().word(), appKey, headers, body));
    }

    /** Sends a query; its response is to be read. */
    public void sendQuery(String userId) throws IOException {
        connection.send(request("query", appKey, Map.of(), VendorJson.question(userId)));
    }

    public RawResponse read() throws IOException {
        return connection.read();
    }

    public static boolean isSuccess(RawResponse response) {
        return response.status() == 200 && response.text().startsWith("{\"returnCode\":\"0\"");
    }

    /** The id that the response names. */
    public static OptionalLong idIn(RawResponse response) {
        Matcher matcher = ID.matcher(response.text());
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    public static byte[] request(String operation, String appKey, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-APP-Key", appKey);
        all.put("Content-Type", "application/json");
        return RawHttp.request("POST", BASE + operation, all, body.getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
