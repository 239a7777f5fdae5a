package agentsettings.storage.verify;

import java.util.Locale;

/**
 * A row that breaks a rule. Immutable. It shows the row's key, but no value, since some are secret.
 *
 * @param key identifies the row in its table; empty if the rule is about the table or the file
 * @param rule what is wrong
 */
public record Finding(String table, String key, String rule) {

    private static final int KEY_LENGTH_MAX = 200;

    /** One line of text, whatever the key holds. */
    @Override
    public String toString() {
        return table + (key.isEmpty() ? "" : " " + shownKey()) + ": " + rule;
    }

    private String shownKey() {
        StringBuilder shown = new StringBuilder();
        key.codePoints().limit(KEY_LENGTH_MAX).forEach(c -> {
            if (isShown(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%x}", c));
            }
        });
        return shown.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
