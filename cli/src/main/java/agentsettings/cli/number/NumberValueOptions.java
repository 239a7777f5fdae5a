package agentsettings.cli.number;

import agentsettings.cli.number.options.NumberKindConverter;
import agentsettings.cli.options.OptionFaults;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.rules.NumberDraft;
import agentsettings.core.rules.NumberRules;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that assign what is known of a number. */
final class NumberValueOptions {

    @Option(
            names = "--kinds",
            paramLabel = "KIND",
            split = ",",
            converter = NumberKindConverter.class,
            completionCandidates = NumberKindConverter.class,
            description = "display, softphone or both, joined by a comma")
    private List<NumberKind> kinds;

    @Option(names = "--description", paramLabel = "TEXT", description = "up to 256 characters; \"\" for none")
    private String description;

    boolean hasKinds() {
        return kinds != null;
    }

    boolean isEmpty() {
        return kinds == null && description == null;
    }

    /** Requires that the values keep the rules. */
    void requireValid() {
        OptionFaults.require(NumberRules.violations(new NumberDraft(null, null, description)));
    }

    Set<NumberKind> kinds() {
        return NumberKind.setOf(kinds);
    }

    String description() {
        return description == null ? "" : description;
    }

    /** Assigns what is given, and keeps the rest. */
    NumberPatch patch() {
        return new NumberPatch(
                kinds == null ? Edit.keep() : Edit.assign(kinds()),
                description == null ? Edit.keep() : Edit.assign(description));
    }
}
