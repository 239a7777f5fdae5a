package agentsettings.core.rules;

/**
 * A rule that a value breaks, with the length, count or position that shows where. Never holds the value. Immutable.
 */
public sealed interface Rule {

    /** Returns the rule and the evidence as text to follow the field's name and a colon. */
    String description();

    /** The field is required. */
    record Required() implements Rule {
        @Override
        public String description() {
            return "is required.";
        }
    }

    /** The text is too short or too long. Lengths are in Unicode code points. */
    record Length(int length, int min, int max) implements Rule {
        @Override
        public String description() {
            String range = min == 0 ? "at most " + max : min + " to " + max;
            return "must be " + range + " characters; got " + length + ".";
        }
    }

    /** The list has too many elements. */
    record Count(int count, int max) implements Rule {
        @Override
        public String description() {
            return "must have at most " + max + " numbers; got " + count + ".";
        }
    }

    /**
     * The text has a character that is not allowed.
     *
     * @param index of the character in code points, counted from 0
     */
    record Alphabet(int index, String allowed) implements Rule {
        @Override
        public String description() {
            return "must contain only " + allowed + "; character " + (index + 1) + " is not allowed.";
        }
    }

    /** The text is not one of the allowed values. */
    record OneOf(String allowed) implements Rule {
        @Override
        public String description() {
            return "must be " + allowed + ".";
        }
    }
}
