package agentsettings.storage.verify;

import agentsettings.core.apps.Faults;
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
            if (Faults.isOneLine(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%x}", c));
            }
        });
        return shown.toString();
    }
}
