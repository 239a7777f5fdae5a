package agentsettings.server.http.head;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the headers {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For}, in which proxies tell their clients. What a client has sent
 * stands before what proxies add, and changes nothing in how that is read. Stateless.
 */
final class ForwardedHeader {

    private static final String FOR = "for=";

    /** The senders in the values of {@code Forwarded}, in their order; an empty text for one that does not tell an address. */
    static List<String> standard(List<String> values) {
        List<String> senders = new ArrayList<>();
        for (String element : split(String.join(",", values), ',')) {
            senders.add(split(element, ';').stream()
                    .map(String::strip)
                    .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(FOR))
                    .findFirst()
                    .map(pair -> unquoted(pair.substring(FOR.length())))
                    .orElse(""));
        }
        return senders;
    }

    /** The senders in the values of {@code X-Forwarded-For}, in their order. */
    static List<String> older(List<String> values) {
        return values.isEmpty() ? List.of() : List.of(String.join(",", values).split(",", -1));
    }

    /** The address that a sender is told by, with or without a port; empty if it is none. No name is looked up. */
    static Optional<InetAddress> address(String sender) {
        String text = sender.strip();
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            text = text.substring(1, bracket);
        } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
            text = text.substring(0, text.indexOf(':'));
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The parts between separators that are not quoted. Read from the end, so that a quotation mark without another harms only what precedes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int end = text.length();
        for (int i = end - 1; i >= 0; i--) {
            if (text.charAt(i) == '"' && !(quoted && isEscaped(text, i))) {
                quoted = !quoted;
            } else if (text.charAt(i) == separator && !quoted) {
                parts.add(text.substring(i + 1, end));
                end = i;
            }
        }
        parts.add(text.substring(0, end));
        return parts.reversed();
    }

    private static boolean isEscaped(String text, int index) {
        int first = index;
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (index - first) % 2 != 0;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private ForwardedHeader() {}
}
