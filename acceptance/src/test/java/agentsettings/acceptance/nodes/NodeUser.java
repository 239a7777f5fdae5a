package agentsettings.acceptance.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user, added over HTTP so that it doesn't matter in which database. */
record NodeUser(String id, String account) {

    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String USERS = "/apiaccess/rest/sum/v1/tenantSpaces/users";
    private static final String CREDENTIALS =
            "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}";
    private static final Pattern TOKEN = Pattern.compile("\"AccessToken\":\"([^\"]+)\"");
    private static final Pattern USER_ID = Pattern.compile("\"userId\":\"(\\d+)\"");

    /** Adds users that no node has seen before. */
    static List<NodeUser> add(int count, URI node) throws IOException {
        try (RawHttp connection = RawHttp.connect(node)) {
            String token = found(TOKEN, post(connection, TOKENS, Map.of(), CREDENTIALS));
            Map<String, String> caller =
                    Map.of("X-APP-Key", SettingsClient.DEMO_APP, "Authorization", "Bearer " + token);
            String prefix = "node-user-" + Long.toHexString(System.nanoTime()) + "-";
            List<NodeUser> users = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String body = "{\"userAccount\":\"%s\",\"userName\":\"%s\"}".formatted(prefix + i, prefix + i);
                users.add(new NodeUser(found(USER_ID, post(connection, USERS, caller, body)), prefix + i));
            }
            return users;
        }
    }

    private static String post(RawHttp connection, String path, Map<String, String> headers, String body)
            throws IOException {
        connection.send(RawHttp.request("POST", path, headers, body.getBytes(UTF_8)));
        RawResponse response = connection.read();
        if (response.status() != 200) {
            throw new IOException(path + " was answered " + response.status());
        }
        return response.text();
    }

    private static String found(Pattern pattern, String response) throws IOException {
        Matcher matcher = pattern.matcher(response);
        if (!matcher.find()) {
            throw new IOException("the answer has no " + pattern);
        }
        return matcher.group(1);
    }
}
