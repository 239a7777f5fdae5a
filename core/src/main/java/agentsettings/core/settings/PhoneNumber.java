package agentsettings.core.settings;

import java.util.Objects;

/**
 * A phone number: 1 to 15 digits, {@code *} or {@code #}; the first character may be {@code +} if more follow. It is
 * text, so that leading zeros and {@code +} are preserved. No other character is allowed, because numbers are copied
 * into SIP headers. Immutable.
 *
 * @param digits the characters to dial; empty only in {@link #NONE}
 */
public record PhoneNumber(String digits) {

    public static final int LENGTH_MAX = 15;

    /** As a default number: there is no default. Null means that the default is not set. */
    public static final PhoneNumber NONE = new PhoneNumber("");

    /** Throws an IllegalArgumentException if the text is not a phone number. Rules check numbers of requests before. */
    public PhoneNumber {
        Objects.requireNonNull(digits, "digits");
        if (digits.length() > LENGTH_MAX || firstNotDialable(digits) >= 0) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    public boolean isNone() {
        return digits.isEmpty();
    }

    /** Returns the index of the first character that is not allowed, which includes a single plus, or -1. */
    public static int firstNotDialable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dialable = (c >= '0' && c <= '9') || c == '*' || c == '#' || (c == '+' && i == 0);
            if (!dialable) {
                return i;
            }
        }
        return text.equals("+") ? 0 : -1;
    }

    /** Returns the number itself, which is not a secret. */
    @Override
    public String toString() {
        return digits;
    }
}
