package agentsettings.core.numbers;

/** The fields of settings that hold numbers. */
public enum NumberField {
    DISPLAY_NUMBERS("displayNumbers", NumberKind.DISPLAY, true),
    DEFAULT_DISPLAY_NUMBER("defaultDisplayNumber", NumberKind.DISPLAY, false),
    SOFTPHONE_NUMBERS("softphoneNumbers", NumberKind.SOFTPHONE, true),
    DEFAULT_SOFTPHONE_NUMBER("defaultSoftphoneNumber", NumberKind.SOFTPHONE, false);

    private final String text;
    private final NumberKind kind;
    private final boolean isList;

    NumberField(String text, NumberKind kind, boolean isList) {
        this.text = text;
        this.kind = kind;
        this.isList = isList;
    }

    /** Its name in the management interface and in files. */
    public String text() {
        return text;
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
