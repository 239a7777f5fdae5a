package agentsettings.acceptance.corpus;

import java.util.List;
import java.util.Locale;

/** One literal request, as written in its file with placeholders and escapes, and the response that it must get. */
record Step(String title, Request request, ExpectedResponse response) {

    /** The request line, the header lines and the body; what the runner adds is not in here. */
    record Request(String line, List<String> headers, String body) {

        boolean has(String header) {
            return headers.stream()
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(header + ":"));
        }
    }

    /** Returns whether the server must close the connection after its response. */
    boolean endsConnection() {
        boolean ofVersion10 = request.line().endsWith(" HTTP/1.0");
        return response.saysClose() || (ofVersion10 && !request.has("connection"));
    }
}
