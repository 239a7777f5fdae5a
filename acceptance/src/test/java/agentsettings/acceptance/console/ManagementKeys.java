package agentsettings.acceptance.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes and revokes management keys of the server under test. */
final class ManagementKeys {

    private static final Pattern KEY = Pattern.compile("\"key\":\"(ask_[^\"]+)\"");
    private static final int ID_BEGIN = 4;
    private static final int ID_END = 12;

    /** Makes a key and waits until the service knows it, which reads the keys twice a second. */
    static String create(ConsoleServer server, String name, String role) {
        String created = server.call("POST", "/keys", "{\"name\": \"%s\", \"role\": \"%s\"}".formatted(name, role));
        Matcher key = KEY.matcher(created);
        if (!key.find()) {
            throw new AssertionError("no key in the response");
        }
        awaitStatus(server, key.group(1), 200);
        return key.group(1);
    }

    /** Waits until a request with the key has this status. */
    static void awaitStatus(ConsoleServer server, String key, int status) {
        while (server.send("GET", "/api/v1/tenants", null, "authorization", "Bearer " + key)
                        .statusCode()
                != status) {
            Thread.onSpinWait();
        }
    }

    static void revoke(ConsoleServer server, String key) {
        server.call("DELETE", "/keys/" + key.substring(ID_BEGIN, ID_END), null);
    }

    private ManagementKeys() {}
}
