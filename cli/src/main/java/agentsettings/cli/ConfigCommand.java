package agentsettings.cli;

import agentsettings.server.config.ConfigReader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the whole configuration, secrets masked. Opens no database. */
@Command(
        name = "config",
        description = "Checks and shows the configuration that serve uses with the same options, file and environment:"
                + " each key, its value, and where it is set. Secrets are masked.")
final class ConfigCommand implements Callable<Integer> {

    private static final String FORMAT = "%-28s %-32s %s%n";

    @Mixin
    private ServerOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConfigReader reader = options.configuration();
        reader.read();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(FORMAT, "KEY", "VALUE", "SET BY");
        reader.settings().forEach(setting -> out.printf(FORMAT, setting.key(), setting.shownValue(), setting.source()));
        out.flush();
        return 0;
    }
}
