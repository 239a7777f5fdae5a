package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.client.management.records.Paging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stores the address of a service and a key in the user's profile, if the service accepts them. */
@Command(
        name = "login",
        description = {
            "Stores the address of a service and a management key, with which later commands call it.",
            "Reads the key from the terminal, without showing it, or the first line of standard input. The service must"
                    + " accept it. The file is only for its owner: $XDG_CONFIG_HOME/agentsettings/profile, or the same"
                    + " in ~/.config."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings login",
            "  agentsettings login --url https://settings.example < key-file"
        })
public final class LoginCommand implements Callable<Integer> {

    private static final String DEFAULT_ADDRESS = "http://127.0.0.1:8081";
    private static final int INPUT_MAX = 4096;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "address of the management interface (default: AGENTSETTINGS_URL, then " + DEFAULT_ADDRESS + ")")
    private String url;

    private final ProgramEnvironment environment;

    @Spec
    private CommandSpec spec;

    /** Called through a factory of the command line. */
    public LoginCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        ProfileFile profile = ProfileFile.of(environment.variables())
                .orElseThrow(() -> new CommandFailure("Neither XDG_CONFIG_HOME nor HOME is an absolute path."));
        String address = url != null
                ? url
                : environment.variables().getOrDefault(ServiceOptions.ADDRESS_VARIABLE, DEFAULT_ADDRESS);
        ServiceConnection connection = ServiceConnection.of(address, "--url", readKey(), "The key");
        connection.call(client -> client.tenants().list(Paging.first(1)));
        profile.write(connection);
        spec.commandLine()
                .getOut()
                .println("Logged in to " + connection.address() + " with the key "
                        + connection.key().id() + ". It is in " + profile.path() + ".");
        return 0;
    }

    private String readKey() throws IOException {
        if (environment.isTerminal()) {
            char[] typed = System.console().readPassword("Management key: ");
            return typed == null ? "" : new String(typed).strip();
        }
        String text = new String(environment.in().readNBytes(INPUT_MAX), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("").strip();
    }
}
