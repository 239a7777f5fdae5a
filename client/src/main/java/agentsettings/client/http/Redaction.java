package agentsettings.client.http;

import java.util.List;

/**
 * Makes texts from outside fit for messages: without the secrets, which a server might send back, in one line, and
 * short. Immutable; its string form omits the secrets.
 *
 * @param secrets none of them empty
 */
public record Redaction(List<String> secrets) {

    private static final int LENGTH_MAX = 400;

    public Redaction {
        secrets = List.copyOf(secrets);
    }

    /** Returns the text as it may be shown. */
    public String apply(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown.codePoints()
                .limit(LENGTH_MAX)
                .map(c -> isShown(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + "]";
    }
}
