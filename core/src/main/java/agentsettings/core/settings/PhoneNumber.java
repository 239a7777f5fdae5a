package agentsettings.core.settings;

import java.util.Objects;

/**
 * What a phone can dial: 1 to 15 digits, {@code *} or {@code #}, with {@code +} allowed in first place. Kept as text, so no
 * leading zero or plus is ever lost; it goes into SIP headers later, so nothing else may pass.
 *
 * @param digits the characters to dial; empty only in {@link #NONE}
 */
public record PhoneNumber(String digits) {

    public static final int LENGTH_MAX = 15;

    /** No number: as a default it says that there is none, where null would say nothing. */
    public static final PhoneNumber NONE = new PhoneNumber("");

    /** Refuses what a phone can't dial with an IllegalArgumentException: whoever takes numbers from outside checks them before. */
    public PhoneNumber {
        Objects.requireNonNull(digits, "digits");
        if (digits.length() > LENGTH_MAX || firstNotDialable(digits) >= 0) {
            throw new IllegalArgumentException("not a dialable number");
        }
    }

    public boolean isNone() {
        return digits.isEmpty();
    }

    /** The index of the first character that can't be dialled, a plus that nothing follows included, or -1. */
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

    /** The number itself: it is no secret, and it is what a reader of a log needs. */
    @Override
    public String toString() {
        return digits;
    }
}
