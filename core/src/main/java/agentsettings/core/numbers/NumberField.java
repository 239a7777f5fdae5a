package agentsettings.core.numbers;

/** The fields of settings that hold numbers. */
public enum NumberField {
    DISPLAY_NUMBERS(NumberKind.DISPLAY, true),
    DEFAULT_DISPLAY_NUMBER(NumberKind.DISPLAY, false),
    SOFTPHONE_NUMBERS(NumberKind.SOFTPHONE, true),
    DEFAULT_SOFTPHONE_NUMBER(NumberKind.SOFTPHONE, false);

    private final NumberKind kind;
    private final boolean isList;

    NumberField(NumberKind kind, boolean isList) {
        this.kind = kind;
        this.isList = isList;
    }

    /** What the field uses its numbers as. */
    public NumberKind kind() {
        return kind;
    }

    /** Whether the field is a list of numbers. */
    public boolean isList() {
        return isList;
    }
}
