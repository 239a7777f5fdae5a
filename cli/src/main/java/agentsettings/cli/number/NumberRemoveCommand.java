package agentsettings.cli.number;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes a number back. */
@Command(
        name = "remove",
        description = "Takes a number back from a tenant space. No settings may use it, unless --uses is given.",
        footer = {
            "",
            "Example:",
            "  agentsettings number remove --tenant 202205116084 --number +4930123456 --uses clear"
        })
final class NumberRemoveCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private NumberOption number;

    @Mixin
    private UsesOption uses;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var outcome = service.call(client -> client.numbers().delete(number.key(), uses.uses(), condition.condition()));
        switch (outcome) {
            case Deleted<NumberRecord>() ->
                spec.commandLine().getOut().println("The number " + number.key().number() + " is taken back.");
            case NotFound<NumberRecord>(String detail) -> throw new CommandFailure(detail);
            case InUse<NumberRecord>(String detail) -> throw new CommandFailure(UsesOption.inUse(detail));
            case VersionChanged<NumberRecord>(var now) -> throw ConditionOption.changed("number", now);
        }
        return 0;
    }
}
