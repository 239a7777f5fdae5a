package agentsettings.cli.number;

import agentsettings.cli.options.LimitOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.AllottedNumbers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the users whose settings use a number. */
@Command(
        name = "uses",
        description = "Lists the users whose settings use a number, allotted or not, and the fields that have it.",
        footer = {"", "Example:", "  agentsettings number uses --tenant 202205116084 --number +4930123456"})
final class NumberUsesCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private NumberOption number;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> print(client.numbers()));
    }

    private int print(AllottedNumbers numbers) {
        output.list(NumberColumns.USE, limit.of(numbers.allUses(number.key())));
        return 0;
    }
}
