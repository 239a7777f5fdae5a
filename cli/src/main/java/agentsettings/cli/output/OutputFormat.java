package agentsettings.cli.output;

import agentsettings.cli.options.ConstantConverter;

/** The forms of the output of a command that lists or shows records. */
public enum OutputFormat {
    /** For people: aligned columns. */
    TABLE,
    /** For programs: a JSON object a line, with the members that the management interface has. */
    JSON,
    /** For spreadsheets: RFC 4180 with a header line; the elements of a list are separated by {@code |}. */
    CSV;

    /** Takes the name of a form. */
    static final class Converter extends ConstantConverter<OutputFormat> {
        Converter() {
            super(OutputFormat.class);
        }
    }
}
