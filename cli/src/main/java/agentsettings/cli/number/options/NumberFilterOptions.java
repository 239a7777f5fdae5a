package agentsettings.cli.number.options;

import agentsettings.core.numbers.NumberKind;
import agentsettings.core.queries.NumberFilter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which allotted numbers are listed. */
public final class NumberFilterOptions {

    @Option(names = "--search", paramLabel = "TEXT", description = "part of the number or its description, in any case")
    private Optional<String> text;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = NumberKindConverter.class,
            completionCandidates = NumberKindConverter.class,
            description = "what it is allotted for, display or softphone")
    private Optional<NumberKind> kind;

    public NumberFilter filter(String tenantId) {
        return new NumberFilter(tenantId, text, kind);
    }
}
