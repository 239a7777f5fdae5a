package agentsettings.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import agentsettings.acceptance.Conversation;
import agentsettings.acceptance.Conversation.EndsItsSide;
import agentsettings.acceptance.RawResponse;
import agentsettings.server.security.KeyAuthenticator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Requests to the management interface by a key of its demo, with any target, headers and body: whatever is wrong with them is refused, and
 * the service does not fail.
 */
public final class ManagementRequests {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    /** Sends a request. The first byte chooses the method, the first line is the rest of the target, the second a header; then comes the body. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text = new String(input, ISO_8859_1);
        int target = text.indexOf('\n');
        int header = text.indexOf('\n', target + 1);
        if (target < 1 || header < 0 || Character.isWhitespace(text.charAt(target + 1))) {
            return; // white space would continue the header before, with the key
        }
        String method = METHODS.get(text.charAt(0) % METHODS.size());
        String path = text.substring(1, target);
        if (!method.equals("GET") && path.matches("(?i).*(key|app|%).*")) {
            return; // the key that is used here must not be revoked
        }
        byte[] body = text.substring(header + 1).getBytes(ISO_8859_1);
        String head = method + " /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + KeyAuthenticator.DEMO_KEY.reveal() + "\r\n"
                + text.substring(target + 1, header).replace("\r", "") + "\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        requireNoFailure(
                Conversation.hold(FuzzedServer.management(), request.toByteArray(), EndsItsSide.AFTER_FIRST_ANSWER));
        FuzzedServer.requireServing();
    }

    private static void requireNoFailure(Conversation conversation) {
        for (RawResponse response : conversation.responses()) {
            if (response.status() == 500 || response.status() == 401) {
                throw new AssertionError(response.status() + ": " + response.text());
            }
        }
    }

    private ManagementRequests() {}
}
