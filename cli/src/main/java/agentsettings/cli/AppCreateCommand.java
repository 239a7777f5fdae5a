package agentsettings.cli;

import agentsettings.cli.db.DatabaseOptions;
import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates an app and shows its secret, once. */
@Command(name = "create", description = "Creates an app and shows its secret, once.", mixinStandardHelpOptions = true)
final class AppCreateCommand implements Callable<Integer> {

    private static final int KEY_BYTES = 16;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--key", description = "the app's key, 1 to 64 characters; made when left out")
    private String key;

    @Option(names = "--tenant", required = true, description = "the tenant space it acts in, 12 digits")
    private String tenant;

    @Option(
            names = "--edition",
            defaultValue = "2025",
            description = "2023: app key mandatory, token optional; 2025: token mandatory (default: ${DEFAULT-VALUE})")
    private int edition;

    @Mixin
    private AppSecret secret;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Edition known = Edition.of(edition)
                .orElseThrow(() -> new IllegalArgumentException("--edition: 2023 or 2025, not " + edition + "."));
        String appKey = key == null ? madeKey() : key;
        String appSecret = secret.obtain();
        String hash = database.secretHashes().hash(appSecret);
        App app = new App(
                appKey, tenant, known, hash, true, 0, InstantSource.system().instant());
        if (!database.inDirectory(directory -> directory.addApp(app))) {
            throw new IllegalArgumentException("--key: there is an app " + appKey + " already.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("app_key=" + appKey);
        if (!secret.isBrought()) {
            out.println("app_secret=" + appSecret);
        }
        return 0;
    }

    private static String madeKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
