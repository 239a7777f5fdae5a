package agentsettings.cli.app;

import agentsettings.cli.options.ConditionOption;
import agentsettings.core.patches.AppPatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Enables an app. */
@Command(name = "enable", description = "Enables an app. Tokens issued before stay invalid.")
final class AppEnableCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        app.change(AppPatch.ofEnabled(true), condition);
        spec.commandLine().getOut().println("The app " + app.key() + " is enabled.");
        return 0;
    }
}
