package agentsettings.acceptance.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Allots numbers of the tenant space under test and takes them back, and gives agents settings that use them. */
record AllottedNumbers(ConsoleServer server) {

    void allot(String number, String kinds, String description) {
        server.call(
                "POST",
                ContactCentre.tenant("/numbers"),
                "{\"number\": \"%s\", \"kinds\": [%s], \"description\": \"%s\"}".formatted(number, kinds, description));
    }

    void takeBack(String number) {
        server.call("DELETE", path(number) + "?uses=keep", null);
    }

    void check(String numberCheck) {
        server.call("PATCH", ContactCentre.tenant(""), "{\"numberCheck\": \"" + numberCheck + "\"}");
    }

    /** Adds an agent who presents these numbers, as JSON has them, and is rung on 7444. */
    void addAgent(String userId, String name, String displayNumbers) {
        server.call(
                "POST",
                ContactCentre.tenant("/users"),
                "{\"userId\": \"%s\", \"account\": \"acc.%s\", \"name\": \"%s\"}".formatted(userId, userId, name));
        server.call(
                "PUT",
                settings(userId),
                "{\"callType\": \"direct\", \"displayNumbers\": [%s], \"softphoneNumbers\": [\"7444\"]}"
                        .formatted(displayNumbers));
    }

    static String path(String number) {
        return ContactCentre.tenant("/numbers/" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    static String settings(String userId) {
        return ContactCentre.tenant("/users/" + userId + "/settings");
    }
}
