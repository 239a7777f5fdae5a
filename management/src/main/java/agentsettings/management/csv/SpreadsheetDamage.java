package agentsettings.management.csv;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes what spreadsheets and similar programs make of digits that they take for a quantity. Stateless. */
public final class SpreadsheetDamage {

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]([.,][0-9]+)?[eE][+-]?[0-9]{1,3}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+[.,]0+");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019`][+]?[0-9*#]+");
    private static final Pattern THOUSANDS = Pattern.compile(
            "[+-]?[0-9]{1,3}([,'\u2019 \u00A0\u202F][0-9]{3})+([.][0-9]+)?|[+-]?[0-9]{1,3}([.][0-9]{3})+");
    private static final Pattern THOUSANDS_OF_TEXT = Pattern.compile("[0-9]{1,3}([,\u00A0\u202F][0-9]{3})+");

    /** What has happened to a phone number, to follow the column's name; empty if nothing is recognized. */
    public static Optional<String> ofNumber(String text) {
        return THOUSANDS.matcher(text).matches() ? thousands() : ofDigits(text);
    }

    /** What has happened to a text that may be made of digits, such as an id; empty if nothing is recognized. */
    public static Optional<String> ofText(String text) {
        return THOUSANDS_OF_TEXT.matcher(text).matches() ? thousands() : ofDigits(text);
    }

    private static Optional<String> thousands() {
        return Optional.of("has separators of thousands, as a spreadsheet writes quantities.");
    }

    private static Optional<String> ofDigits(String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return Optional.of("is in scientific notation, as a spreadsheet writes long numbers; digits are lost.");
        } else if (DECIMAL.matcher(text).matches()) {
            return Optional.of("has a decimal fraction, as a spreadsheet writes quantities.");
        }
        return APOSTROPHE.matcher(text).matches()
                ? Optional.of("begins with an apostrophe, with which a spreadsheet marks text.")
                : Optional.empty();
    }

    private SpreadsheetDamage() {}
}
