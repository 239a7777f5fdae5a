package agentsettings.cli.app;

import agentsettings.cli.options.ConditionOption;
import agentsettings.core.patches.AppPatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Disables an app. */
@Command(name = "disable", description = "Disables an app. Its tokens stop working at once.")
final class AppDisableCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        app.change(AppPatch.ofEnabled(false), condition);
        spec.commandLine().getOut().println("The app " + app.key() + " is disabled.");
        return 0;
    }
}
