package agentsettings.cli.number;

import agentsettings.cli.number.options.NumberFilterOptions;
import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.ManagementClient;
import agentsettings.core.queries.NumberFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the numbers that are allotted to a tenant space, page by page. */
@Command(
        name = "list",
        description = "Lists the numbers that are allotted to a tenant space and meet all conditions.",
        footer = {
            "",
            "Examples:",
            "  agentsettings number list --tenant 202205116084 --kind display",
            "  agentsettings number list --tenant 202205116084 --search +4930 --output csv"
        })
final class NumberListCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private NumberFilterOptions numbers;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(this::print);
    }

    private int print(ManagementClient client) {
        NumberFilter filter = numbers.filter(tenant.id());
        output.list(NumberColumns.NUMBER, limit.of(client.numbers().all(filter)));
        return 0;
    }
}
