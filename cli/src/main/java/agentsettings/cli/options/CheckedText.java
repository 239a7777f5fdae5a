package agentsettings.cli.options;

import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes text in which a rule finds no fault. A fault never contains the text, which may be a secret. Immutable. */
public abstract class CheckedText implements ITypeConverter<String> {

    private final Function<String, Optional<String>> rule;

    /**
     * Creates the converter.
     *
     * @param rule returns the fault of a text, if it has one, as a sentence to follow the option's name
     */
    protected CheckedText(Function<String, Optional<String>> rule) {
        this.rule = rule;
    }

    @Override
    public final String convert(String text) {
        require(rule.apply(text));
        return text;
    }

    /** Refuses the value of an option that has a fault. */
    public static void require(Optional<String> fault) {
        fault.ifPresent(sentence -> {
            throw new TypeConversionException(sentence);
        });
    }
}
