package agentsettings.cli.export;

import agentsettings.cli.number.NumberKindConverter;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.queries.NumberFilter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports allotted numbers. */
@Command(
        name = "numbers",
        description = "Exports the numbers that are allotted to a tenant space.",
        footer = {
            "",
            "Examples:",
            "  agentsettings export numbers --tenant 202205116084 --to numbers.csv",
            "  agentsettings export numbers --tenant 202205116084 --kind display --format jsonl"
        })
final class ExportNumbersCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Option(names = "--search", paramLabel = "TEXT", description = "part of the number or its description, in any case")
    private Optional<String> text;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = NumberKindConverter.class,
            completionCandidates = NumberKindConverter.class,
            description = "what it is allotted for, display or softphone")
    private Optional<NumberKind> kind;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() {
        NumberFilter filter = new NumberFilter(tenant.id(), text, kind);
        return service.call(
                client -> export.write("numbers", format -> client.numbers().export(filter, format)));
    }
}
