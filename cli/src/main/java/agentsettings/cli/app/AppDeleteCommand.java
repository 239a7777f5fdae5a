package agentsettings.cli.app;

import agentsettings.cli.options.ConditionOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes an app. */
@Command(
        name = "delete",
        description = "Deletes an app. Its secret and tokens stop working at once; users and settings stay.")
final class AppDeleteCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        app.delete(condition);
        spec.commandLine().getOut().println("The app " + app.key() + " is deleted.");
        return 0;
    }
}
