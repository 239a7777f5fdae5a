package agentsettings.acceptance.console;

import java.util.List;
import java.util.Locale;

/** Fills a tenant space with agents, most of whom have settings. The same each time. */
record ContactCentre(ConsoleServer server) {

    static final int AGENTS = 100;

    /** An agent whose name is a script, and one whose name is as long as it can be. */
    static final String SCRIPT_NAME = "<img src=x onerror=alert(1)>";

    static final String LONG_NAME = "Maximilian-Alexander von und zu Hohenzollern-Sigmaringen (Abend)";

    private static final List<String> FIRST =
            List.of("Anna", "Bruno", "Carla", "David", "Emma", "Felix", "Greta", "Henri", "Ida", "Jonas");
    private static final List<String> LAST = List.of(
            "Becker", "Castillo", "Dubois", "Eriksen", "Fischer", "Ganz", "Horvat", "Ibsen", "Jansen", "Kowalski");
    private static final List<String> CALL_TYPES = List.of("direct", "bidirectional", "passThrough");

    void fill() {
        server.call("PATCH", tenant(""), "{\"name\": \"Example contact centre\", \"region\": \"DE\"}");
        for (int i = 1; i <= AGENTS; i++) {
            server.call("POST", tenant("/users"), user(i));
            if (i % 9 != 0) {
                server.call("PUT", tenant("/users/" + userId(i) + "/settings"), settings(i));
            }
        }
    }

    static String tenant(String path) {
        return "/tenants/" + ConsoleServer.TENANT + path;
    }

    static String userId(int i) {
        return String.format(Locale.ROOT, "agent%03d", i);
    }

    static String name(int i) {
        return switch (i) {
            case 3 -> SCRIPT_NAME;
            case 4 -> LONG_NAME;
            case 5 -> "王小明";
            default -> FIRST.get(i % 10) + " " + LAST.get(i / 10 % 10);
        };
    }

    private static String user(int i) {
        String status = i % 17 == 0 ? "suspended" : "active";
        return String.format(
                Locale.ROOT,
                "{\"userId\": \"%s\", \"account\": \"a.%03d\", \"name\": \"%s\", \"status\": \"%s\"}",
                userId(i),
                i,
                name(i),
                status);
    }

    private static String settings(int i) {
        String displayNumbers =
                i % 13 == 0 ? "[]" : String.format(Locale.ROOT, "[\"+4930555%04d\", \"+49305550000\"]", i % 5);
        return String.format(
                Locale.ROOT,
                "{\"callType\": \"%s\", \"displayNumbers\": %s, \"softphoneNumbers\": [\"7%03d\", \"8%03d\"]}",
                CALL_TYPES.get(i % 3),
                displayNumbers,
                i,
                i);
    }
}
