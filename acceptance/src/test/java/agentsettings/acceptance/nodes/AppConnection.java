package agentsettings.acceptance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which an app writes. For one thread at a time. */
record AppConnection(RawHttp http, App app) implements AutoCloseable {

    private static final Pattern RETURN_CODE = Pattern.compile("\"(?:returnCode|retcode)\":\"(\\d+)\"");

    /**
     * An app.
     *
     * @param authorization its authorization to add users
     */
    record App(String key, String authorization) {}

    /** Waits until the node accepts the app. */
    static void await(String appKey, URI node) throws IOException {
        try (AppConnection connection = open(node, new App(appKey, null))) {
            while (returnCode(connection.create("nobody", Map.of())).equals("2003")) {
                Thread.onSpinWait();
            }
        }
    }

    /** The return code of a response of either interface, settings or users. */
    static String returnCode(RawResponse response) {
        Matcher matcher = RETURN_CODE.matcher(response.text());
        assertThat(matcher.find()).as(response.text()).isTrue();
        return matcher.group(1);
    }

    static AppConnection open(URI node, App app) throws IOException {
        return new AppConnection(RawHttp.connect(node), app);
    }

    RawResponse create(String user, Map<String, String> headers) throws IOException {
        return send("create", headers, "{\"userId\":\"" + user + "\",\"callType\":\"1\"}");
    }

    RawResponse update(String user, long id) throws IOException {
        return send("update", Map.of(), "{\"userId\":\"" + user + "\",\"id\":\"" + id + "\"}");
    }

    RawResponse delete(String user) throws IOException {
        return send("delete", Map.of(), "{\"userId\":\"" + user + "\"}");
    }

    RawResponse addUser(String account) throws IOException {
        http.send(NodeUser.addition(app.key, app.authorization, account));
        return http.read();
    }

    private RawResponse send(String operation, Map<String, String> headers, String body) throws IOException {
        http.send(SettingsClient.request(operation, app.key, headers, body));
        return http.read();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
