package agentsettings.acceptance.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.acceptance.RawAnswer;
import agentsettings.acceptance.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which the demo's app asks for settings. For one thread at a time. */
final class SettingsClient implements AutoCloseable {

    static final String DEMO_APP = "demo-app";

    private static final String BASE = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");

    private final RawHttp connection;
    private final String appKey;

    private SettingsClient(RawHttp connection, String appKey) {
        this.connection = connection;
        this.appKey = appKey;
    }

    static SettingsClient connect(URI server, String appKey) throws IOException {
        return new SettingsClient(RawHttp.connect(server), appKey);
    }

    /** Sends the command for the user as its history has it, and waits for the answer. */
    RawAnswer write(Command command, UserHistory user) throws IOException {
        Map<String, String> headers = new HashMap<>();
        if (command.idempotencyKey() != null) {
            headers.put("Idempotency-Key", command.idempotencyKey());
        }
        String body = VendorJson.request(command, user.userId(), user.current());
        return post(command.action().word(), headers, body);
    }

    RawAnswer query(String userId) throws IOException {
        return post("query", Map.of(), VendorJson.question(userId));
    }

    /** Whether a query is answered with what was acknowledged last. */
    static boolean isCurrent(RawAnswer answer, UserHistory user) {
        if (user.current() == null) {
            return answer.text().contains("\"returnCode\":\"5003\"");
        }
        return VendorJson.withoutCreateTime(answer.text()).equals(VendorJson.found(user.userId(), user.current()));
    }

    static boolean isSuccess(RawAnswer answer) {
        return answer.status() == 200 && answer.text().startsWith("{\"returnCode\":\"0\"");
    }

    /** The id that the answer names. */
    static OptionalLong idIn(RawAnswer answer) {
        Matcher matcher = ID.matcher(answer.text());
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private RawAnswer post(String operation, Map<String, String> headers, String body) throws IOException {
        connection.send(request(operation, appKey, headers, body));
        return connection.read();
    }

    static byte[] request(String operation, String appKey, Map<String, String> headers, String body) {
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
