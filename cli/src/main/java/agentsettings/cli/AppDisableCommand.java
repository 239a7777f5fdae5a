package agentsettings.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets an app call no more; its tokens end at once. */
@Command(
        name = "disable",
        description = "Lets an app call no more; its tokens end at once.",
        mixinStandardHelpOptions = true)
final class AppDisableCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        app.change((directory, key) -> directory.setEnabled(key, false));
        spec.commandLine().getOut().println("The app " + app.key() + " is disabled.");
        return 0;
    }
}
