package agentsettings.core.rules;

/** A rule that a value broke, with the evidence a caller needs to mend it; never the value itself. */
public sealed interface Rule {

    /** The rule and the evidence in words, fit to follow the field's name and a colon. */
    String sentence();

    /** The field must be there. */
    record Mandatory() implements Rule {
        @Override
        public String sentence() {
            return "mandatory, but missing.";
        }
    }

    /** The text is shorter or longer than allowed; lengths are in Unicode code points. */
    record Length(int length, int min, int max) implements Rule {
        @Override
        public String sentence() {
            return min + " to " + max + " characters, this one has " + length + ".";
        }
    }

    /** The list holds more than allowed. */
    record Count(int count, int max) implements Rule {
        @Override
        public String sentence() {
            return "at most " + max + " numbers, here are " + count + ".";
        }
    }

    /** A character that may not be there, at this index, counted from 0. */
    record Alphabet(int index, String allowed) implements Rule {
        @Override
        public String sentence() {
            return "only " + allowed + ", unlike character " + (index + 1) + ".";
        }
    }

    /** The text is none of the known words. */
    record OneOf(String allowed) implements Rule {
        @Override
        public String sentence() {
            return "one of " + allowed + ".";
        }
    }
}
