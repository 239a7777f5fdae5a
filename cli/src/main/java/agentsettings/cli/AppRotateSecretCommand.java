package agentsettings.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives an app another secret and shows it, once; the old secret and the tokens got with it end at once. */
@Command(
        name = "rotate-secret",
        description = "Gives an app another secret and shows it, once; the old secret and its tokens end at once.",
        mixinStandardHelpOptions = true)
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
        String hash = app.database().secretHashes().hash(appSecret);
        app.change((directory, key) -> directory.replaceSecret(key, hash));
        if (!secret.isBrought()) {
            spec.commandLine().getOut().println("app_secret=" + appSecret);
        }
        return 0;
    }
}
