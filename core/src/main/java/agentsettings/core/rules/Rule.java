package agentsettings.core.rules;

/** A rule that a value broke, with the evidence a caller needs to mend it; never the value itself. */
public sealed interface Rule {

    /** The rule and the evidence in words, fit to follow the field's name and a colon. */
    String description();

    /** The field must be there. */
    record Required() implements Rule {
        @Override
        public String description() {
            return "is required.";
        }
    }

    /** The text is shorter or longer than allowed; lengths are in Unicode code points. */
    record Length(int length, int min, int max) implements Rule {
        @Override
        public String description() {
            String range = min == 0 ? "at most " + max : min + " to " + max;
            return "must be " + range + " characters; got " + length + ".";
        }
    }

    /** The list holds more than allowed. */
    record Count(int count, int max) implements Rule {
        @Override
        public String description() {
            return "must have at most " + max + " numbers; got " + count + ".";
        }
    }

    /** A character that may not be there, at this index, counted from 0. */
    record Alphabet(int index, String allowed) implements Rule {
        @Override
        public String description() {
            return "must contain only " + allowed + "; character " + (index + 1) + " is not allowed.";
        }
    }

    /** The text is none of those that are known. */
    record OneOf(String allowed) implements Rule {
        @Override
        public String description() {
            return "must be " + allowed + ".";
        }
    }
}
