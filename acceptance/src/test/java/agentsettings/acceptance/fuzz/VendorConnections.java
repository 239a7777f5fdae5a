package agentsettings.acceptance.fuzz;

import agentsettings.acceptance.Conversation;
import agentsettings.acceptance.Conversation.EndsItsSide;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.http.ResponseRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Bytes on a connection to the vendor's port: each response is a documented one, and the service does not fail. */
public final class VendorConnections {

    /** Sends the bytes, and ends the connection. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Conversation conversation = Conversation.hold(FuzzedServer.vendor(), input, EndsItsSide.AT_ONCE);
        String sent = new String(input, StandardCharsets.ISO_8859_1);
        for (RawResponse response : conversation.responses()) {
            ResponseRules.fault(response, sent).ifPresent(fault -> {
                throw new AssertionError(fault + ": " + response.text());
            });
        }
        if (conversation.flaw() != null) {
            throw new AssertionError(conversation.flaw());
        }
        FuzzedServer.requireServing();
    }

    private VendorConnections() {}
}
