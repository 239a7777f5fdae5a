package agentsettings.cli.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Replaces an app's secret and shows the new one. */
@Command(
        name = "rotate-secret",
        description = "Replaces an app's secret. Shows the new one, which cannot be shown again. The old secret and its"
                + " tokens stop working at once.")
final class AppRotateSecretCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Mixin
    private AppSecret secret;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String appSecret = secret.obtain();
        app.replaceSecret(appSecret);
        if (!secret.isGiven()) {
            spec.commandLine().getOut().println("app_secret=" + appSecret);
        }
        return 0;
    }
}
