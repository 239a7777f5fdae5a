package agentsettings.cli.app;

import agentsettings.core.apps.App;
import agentsettings.core.store.Directory;
import agentsettings.server.Databases;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows an app, never its secrets. */
@Command(name = "show", description = "Shows an app, and until when its previous secret is accepted.")
final class AppShowCommand implements Callable<Integer> {

    private static final String FORMAT = "%-16s %s%n";

    @Mixin
    private ExistingApp existing;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        App app = existing.find(Databases::openForReading, Directory::app);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(FORMAT, "Key", app.key());
        out.printf(FORMAT, "Tenant", app.tenantId());
        out.printf(FORMAT, "Edition", app.edition().year());
        out.printf(FORMAT, "State", app.enabled() ? "enabled" : "disabled");
        out.printf(FORMAT, "Created", app.createdAt());
        out.printf(FORMAT, "Secret", app.secretHash().isEmpty() ? "none" : "set");
        out.printf(FORMAT, "Previous secret", previousSecret(app));
        out.flush();
        return 0;
    }

    private static String previousSecret(App app) {
        return app.previousSecretHash(InstantSource.system().instant()).isPresent()
                ? "accepted until " + app.previousSecret().until()
                : "none";
    }
}
