package agentsettings.cli.number;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.output.Differences;
import agentsettings.cli.output.TextStyle;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.AllottedNumbers;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.numbers.NumberKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes an allotted number and shows what has changed. */
@Command(
        name = "set",
        description = "Changes what is given of an allotted number. Shows what has changed.",
        footer = {
            "",
            "Example:",
            "  agentsettings number set --tenant 202205116084 --number +4930123456 --kinds display,softphone"
        })
final class NumberSetCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private NumberOption number;

    @Mixin
    private NumberValueOptions values;

    @Mixin
    private UsesOption uses;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (values.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--kinds, --description: at least one is required.");
        }
        values.requireValid();
        return service.call(client -> change(client.numbers(), number.key()));
    }

    private int change(AllottedNumbers numbers, NumberKey key) {
        Versioned<NumberRecord> before = switch (numbers.get(key)) {
            case Found<NumberRecord>(Versioned<NumberRecord> now) -> now;
            case NotFound<NumberRecord>(String detail) -> throw new CommandFailure(detail);
        };
        var outcome = numbers.patch(
                key, values.patch(), uses.uses(), condition.isGiven() ? condition.condition() : before.unchanged());
        NumberRecord after = switch (outcome) {
            case Updated<NumberRecord>(Versioned<NumberRecord> now) -> now.record();
            case NotFound<NumberRecord>(String detail) -> throw new CommandFailure(detail);
            case InUse<NumberRecord>(String detail) -> throw new CommandFailure(UsesOption.inUse(detail));
            case VersionChanged<NumberRecord>(var now) -> throw ConditionOption.changed("number", now);
        };
        print(Differences.of(NumberColumns.NUMBER, before.record(), after, TextStyle.of(spec.commandLine())));
        return 0;
    }

    private void print(List<String> differences) {
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        out.println(
                "The number " + number.key().number() + (differences.isEmpty() ? " is as it was." : " is changed."));
    }
}
