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

    static final String DEMO_SECRET = "demo-app-secret-for-local-use-only";

    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String USERS = "/apiaccess/rest/sum/v1/tenantSpaces/users";
    private static final Pattern TOKEN = Pattern.compile("\"AccessToken\":\"([^\"]+)\"");
    private static final Pattern USER_ID = Pattern.compile("\"userId\":\"(\\d+)\"");

    /** Adds users that no node has seen before. */
    static List<NodeUser> add(int count, URI node) throws IOException {
        try (RawHttp connection = RawHttp.connect(node)) {
            String authorization = authorization(connection, SettingsClient.DEMO_APP, DEMO_SECRET);
            String prefix = "node-user-" + Long.toHexString(System.nanoTime()) + "-";
            List<NodeUser> users = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] addition = addition(SettingsClient.DEMO_APP, authorization, prefix + i);
                users.add(new NodeUser(found(USER_ID, send(connection, addition)), prefix + i));
            }
            return users;
        }
    }

    /** Returns an app's authorization by a new token. */
    static String authorization(RawHttp connection, String app, String secret) throws IOException {
        String credentials = "{\"app_key\":\"%s\",\"app_secret\":\"%s\"}".formatted(app, secret);
        byte[] request = RawHttp.request("POST", TOKENS, Map.of(), credentials.getBytes(UTF_8));
        return "Bearer " + found(TOKEN, send(connection, request));
    }

    /** Returns the request that adds a user. */
    static byte[] addition(String app, String authorization, String account) {
        String body = "{\"userAccount\":\"%s\",\"userName\":\"%s\"}".formatted(account, account);
        Map<String, String> headers = Map.of("X-APP-Key", app, "Authorization", authorization);
        return RawHttp.request("POST", USERS, headers, body.getBytes(UTF_8));
    }

    private static String send(RawHttp connection, byte[] request) throws IOException {
        connection.send(request);
        RawResponse response = connection.read();
        if (response.status() != 200) {
            throw new IOException("the answer has status " + response.status());
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
