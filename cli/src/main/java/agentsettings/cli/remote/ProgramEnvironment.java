package agentsettings.cli.remote;

import java.io.Console;
import java.io.InputStream;
import java.util.Map;

/**
 * What the program gets from the process that started it. Immutable.
 *
 * @param variables the environment variables
 * @param in the standard input
 * @param isTerminal whether standard input and output are a terminal
 */
public record ProgramEnvironment(Map<String, String> variables, InputStream in, boolean isTerminal) {

    @SuppressWarnings("SystemConsoleNull") // it is null, if one of the two is no terminal
    public static ProgramEnvironment ofProcess() {
        Console console = System.console();
        return new ProgramEnvironment(System.getenv(), System.in, console != null && console.isTerminal());
    }
}
