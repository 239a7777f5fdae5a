package agentsettings.acceptance.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a response must be: its status, the headers that matter, and its whole body.
 *
 * @param headers lower-case names and their values
 * @param firstLine where this response begins in its file, counted from 0
 * @param endLine the first line after it
 */
record ExpectedResponse(int status, Map<String, String> headers, String body, int firstLine, int endLine) {

    boolean saysClose() {
        return "close".equals(headers.get("connection"));
    }

    /** Returns this response as it is written in a corpus file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("HTTP/1.1 " + status);
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        if (!body.isEmpty()) {
            lines.add("");
            lines.addAll(body.lines().toList());
        }
        return lines;
    }
}
