package agentsettings.cli.number;

import agentsettings.cli.options.ConstantConverter;
import agentsettings.core.numbers.NumberKind;

/** Takes what a number is allotted for. */
public final class NumberKindConverter extends ConstantConverter<NumberKind> {
    NumberKindConverter() {
        super(NumberKind.class);
    }
}
