package agentsettings.cli.number.options;

import agentsettings.cli.options.ConstantConverter;
import agentsettings.core.numbers.NumberKind;

/** Takes what a number is allotted for. */
public final class NumberKindConverter extends ConstantConverter<NumberKind> {
    NumberKindConverter() {
        super(NumberKind.class);
    }
}
