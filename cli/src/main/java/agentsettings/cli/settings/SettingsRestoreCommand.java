package agentsettings.cli.settings;

import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.requests.Condition;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts back the settings that stood before a change. */
@Command(
        name = "restore",
        description = "Puts back the settings that stood before a change, which history lists. Shows what has changed.",
        footer = {"", "Example:", "  agentsettings settings restore --tenant 202205116084 --user-id u17 --change 5120"})
final class SettingsRestoreCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Option(names = "--change", paramLabel = "CHANGE", required = true, description = "the change, as history lists it")
    private String change;

    @Mixin
    private ConditionOption condition;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return service.call(client -> {
            SettingsWrite write = new SettingsWrite(client.settings(), user.key(), condition);
            SettingsWrite.Effect effect = write.make(before -> client.settings()
                    .restore(
                            user.key(), change, before.map(Versioned::unchanged).orElseGet(Condition.Absent::new)));
            write.print(effect, output, spec.commandLine());
            return 0;
        });
    }
}
