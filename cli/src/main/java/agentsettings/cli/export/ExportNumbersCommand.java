package agentsettings.cli.export;

import agentsettings.cli.number.options.NumberFilterOptions;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.core.queries.NumberFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private NumberFilterOptions numbers;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() {
        NumberFilter filter = numbers.filter(tenant.id());
        return service.call(
                client -> export.write("numbers", format -> client.numbers().export(filter, format)));
    }
}
