package agentsettings.cli.app;

import agentsettings.cli.output.OutputOption;
import agentsettings.core.apps.App;
import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows an app, never its secrets. */
@Command(name = "show", description = "Shows an app, and until when its previous secret is accepted.")
final class AppShowCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp existing;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        App app = existing.find(Databases::openForReading, Directory::app);
        output.show(AppColumns.at(InstantSource.system().instant()), app);
        return 0;
    }
}
