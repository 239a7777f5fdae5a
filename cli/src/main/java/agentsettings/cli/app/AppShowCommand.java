package agentsettings.cli.app;

import agentsettings.cli.output.OutputOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows an app, never its secrets. */
@Command(name = "show", description = "Shows an app, and until when its previous secret is accepted.")
final class AppShowCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        output.show(AppColumns.VERSIONED, app.get());
        return 0;
    }
}
