package agentsettings.cli.number;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.Versioned;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows an allotted number. */
@Command(
        name = "show",
        description = "Shows an allotted number.",
        footer = {"", "Example:", "  agentsettings number show --tenant 202205116084 --number +4930123456"})
final class NumberShowCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private NumberOption number;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        switch (service.call(client -> client.numbers().get(number.key()))) {
            case Found<NumberRecord>(Versioned<NumberRecord> now) -> output.show(NumberColumns.VERSIONED, now);
            case NotFound<NumberRecord>(String detail) -> throw new CommandFailure(detail);
        }
        return 0;
    }
}
