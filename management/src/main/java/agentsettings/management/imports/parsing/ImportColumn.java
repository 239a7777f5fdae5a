package agentsettings.management.imports.parsing;

/** A column of CSV, or a member of the objects of JSON Lines. Immutable. */
public record ImportColumn(String name, Type type, Need need) {

    /** What its values are, which decides how its cells are read. */
    public enum Type {
        TEXT,
        /** A text that may be made of digits, so that a spreadsheet may spoil it. */
        ID,
        /** A phone number. */
        NUMBER,
        /** A phone number, or none. */
        DEFAULT_NUMBER,
        /** A list of phone numbers, which may be empty. */
        NUMBERS,
        /** A list of words. */
        WORDS;

        boolean isList() {
            return this == NUMBERS || this == WORDS;
        }

        boolean isDialable() {
            return this == NUMBER || this == DEFAULT_NUMBER || this == NUMBERS;
        }

        /** Whether there is an empty value that differs from a value that is not set. */
        boolean hasNone() {
            return this == DEFAULT_NUMBER || this == NUMBERS;
        }
    }

    /** Whether a file must have it. */
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /** Exports have it, and imports leave it out. */
        IGNORED
    }
}
