package agentsettings.server.http.head;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the headers {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For}, in which proxies tell their clients. Stateless. */
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
        return values.isEmpty() ? List.of() : split(String.join(",", values), ',');
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

    /** The parts between separators that are not quoted. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private ForwardedHeader() {}
}
