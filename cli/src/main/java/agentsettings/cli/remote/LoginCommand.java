package agentsettings.cli.remote;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.ProgramEnvironment;
import agentsettings.client.management.records.Paging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
            "Reads the key from the terminal, without showing it, or the first line of standard input, which may be what"
                    + " \"key create\" printed. The service must accept it. The file is only for its owner: $XDG_CONFIG_HOME/agentsettings/profile, or the same"
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

    /** Before a key that was just made. */
    private static final String LABEL = "management_key=";

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
        String source = url == null ? ServiceOptions.ADDRESS_VARIABLE : "--url";
        String address = Optional.ofNullable(url)
                .or(() -> environment.variable(ServiceOptions.ADDRESS_VARIABLE))
                .orElse(DEFAULT_ADDRESS);
        ServiceConnection connection = ServiceConnection.of(address, source, withoutLabel(readKey()), "The key");
        connection.call(client -> client.tenants().list(Paging.first(1)));
        profile.write(connection);
        spec.commandLine()
                .getOut()
                .println("Logged in to " + connection.address() + " with the key "
                        + connection.key().id() + ". It is in " + profile.path() + ".");
        return 0;
    }

    private static String withoutLabel(String key) {
        return key.startsWith(LABEL) ? key.substring(LABEL.length()) : key;
    }

    private String readKey() throws IOException {
        if (environment.isTerminal()) {
            char[] typed = System.console().readPassword("Management key: ");
            return typed == null ? "" : new String(typed).strip();
        }
        if (environment.isTyped().getAsBoolean()) {
            throw new CommandFailure("The key would be seen as it is typed, because only standard input is a terminal."
                    + " Do not redirect standard output, or redirect standard input too.");
        }
        return readLine(environment.in());
    }

    /** Reads no further than the end of the line, behind which more may be to come. */
    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != -1 && next != '\n' && line.size() < INPUT_MAX; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
