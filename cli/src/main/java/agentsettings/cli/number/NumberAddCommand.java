package agentsettings.cli.number;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.RecordOutcome.OfCreate;
import agentsettings.core.numbers.NumberKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Allots a number. */
@Command(
        name = "add",
        description = "Allots a number to a tenant space.",
        footer = {
            "",
            "Example:",
            "  agentsettings number add --tenant 202205116084 --number +4930123456 --kinds display --description Main"
        })
final class NumberAddCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private NumberOption number;

    @Mixin
    private NumberValueOptions values;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!values.hasKinds()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--kinds=KIND'");
        }
        values.requireValid();
        NumberKey key = number.key();
        switch (service.call(client -> create(client, key))) {
            case Created<NumberRecord> _ ->
                spec.commandLine().getOut().println("The number " + key.number() + " is allotted.");
            case AlreadyExists<NumberRecord> _ -> throw new CommandFailure("--number: the number is allotted already.");
        }
        return 0;
    }

    private OfCreate<NumberRecord> create(ManagementClient client, NumberKey key) {
        TenantOption.require(key.tenantId(), client);
        return client.numbers().create(key, values.kinds(), values.description());
    }
}
