package agentsettings.acceptance.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the bytes sent hold a whole request, or what can't become one any more, so that the server owes a response. Where
 * readers of HTTP may differ, it owes none. Each character stands for one byte.
 */
final class Completeness {

    private static final int BODY_MAX = 16_384;
    private static final Pattern LEADING_SPACE = Pattern.compile("^[\\x00-\\x20\\x7f-\\xa0]+");
    private static final Pattern LONE_LINE_END = Pattern.compile("\r(?!\n)|(?<!\r)\n");
    private static final Pattern FOLDED = Pattern.compile("\r\n[ \t]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK_HEAD = Pattern.compile("([^;\n]*)(;[^\n]*)?\n");

    private Completeness() {}

    static boolean owesResponse(String bytes) {
        String text = LEADING_SPACE.matcher(bytes).replaceFirst("");
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end);
        if (LONE_LINE_END.matcher(head).find() || FOLDED.matcher(head).find()) {
            return false;
        }
        return isBodyWhole(Arrays.asList(head.split("\r\n")), text.substring(end + 4));
    }

    private static boolean isBodyWhole(List<String> head, String body) {
        if (!values(head, "transfer-encoding").isEmpty()) {
            return areChunksWhole(body);
        }
        return values(head, "content-length").stream()
                .allMatch(length -> !DIGITS.matcher(length).matches()
                        || Long.parseLong(length) > BODY_MAX
                        || Long.parseLong(length) <= body.length());
    }

    private static List<String> values(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.substring(0, Math.max(0, line.indexOf(':')))
                        .strip()
                        .equalsIgnoreCase(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
    }

    /** Whether the chunks come to an end, or to a fault, or are more than a body may hold. */
    private static boolean areChunksWhole(String body) {
        Matcher chunk = CHUNK_HEAD.matcher(body);
        int at = 0;
        while (chunk.find(at) && chunk.start() == at) {
            if (!chunk.group().endsWith("\r\n")) {
                return false;
            }
            int size = size(chunk.group(1).strip());
            int end = chunk.end() + size;
            if (size == 0) {
                return body.startsWith("\r\n", end) || body.indexOf("\r\n\r\n", end) >= 0;
            }
            if (size < 0 || (end + 2 <= body.length() && !body.startsWith("\r\n", end))) {
                return true;
            }
            if (end + 2 > body.length()) {
                return body.length() - chunk.end() > BODY_MAX;
            }
            at = end + 2;
        }
        return false;
    }

    /** The chunk's size, as large as matters; less than 0 when it isn't one. */
    private static int size(String hexadecimal) {
        try {
            return (int) Math.min(Long.parseLong(hexadecimal, 16), 1 << 20);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
