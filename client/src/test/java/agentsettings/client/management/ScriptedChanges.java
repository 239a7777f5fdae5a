package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.raw;
import static java.nio.charset.StandardCharsets.UTF_8;

import agentsettings.client.ScriptedServer.Request;
import agentsettings.client.ScriptedServer.Step;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a server sends that streams changes. Stateless. */
final class ScriptedChanges {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

    /** The change of this number, with the cursor c and the number. */
    static String event(int number) {
        return "id: c" + number + "\ndata: {\"specversion\":\"1.0\",\"id\":\"" + number
                + "\",\"source\":\"urn:agentsettings:log:l\",\"type\":\"agentsettings.settings.updated\","
                + "\"subject\":\"/tenants/123456789012/users/u/settings\",\"time\":\"2026-01-01T00:00:00.000Z\","
                + "\"datacontenttype\":\"application/json\",\"data\":{\"change\":\"" + number
                + "\",\"actor\":{\"kind\":\"app\",\"name\":\"a\"},\"settingsId\":\"17\",\"settingsVersion\":" + number
                + ",\"before\":{\"callType\":null},\"after\":{\"callType\":\"direct\"},\"changed\":[\"callType\"]}}\n\n";
    }

    /** The changes up to this number that follow the last one that the request names. */
    static String eventsAfter(Request request, int last) {
        String id = request.header("Last-Event-ID");
        return IntStream.rangeClosed(id.isEmpty() ? 1 : Integer.parseInt(id.substring(1)) + 1, last)
                .mapToObj(ScriptedChanges::event)
                .collect(Collectors.joining());
    }

    /** Sends this, and leaves the response open. */
    static Step open(String text) {
        int length = text.getBytes(UTF_8).length;
        return raw(HEAD + (length == 0 ? "" : Integer.toHexString(length) + "\r\n" + text + "\r\n"));
    }

    /** Sends this, and ends the response. */
    static Step whole(String text) {
        return connection -> {
            open(text).perform(connection);
            raw("0\r\n\r\n").perform(connection);
        };
    }

    /** Sends this, and closes the connection. */
    static Step cutAfter(String text) {
        return connection -> {
            open(text).perform(connection);
            connection.close();
        };
    }

    private ScriptedChanges() {}
}
