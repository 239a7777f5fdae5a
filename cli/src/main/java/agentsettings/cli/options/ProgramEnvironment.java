package agentsettings.cli.options;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the program gets from the process that started it. Immutable.
 *
 * @param variables the environment variables
 * @param in the standard input
 * @param isTerminal whether standard input and output are a terminal
 * @param isTyped whether standard input is a terminal, whatever the output is
 */
public record ProgramEnvironment(
        Map<String, String> variables, InputStream in, boolean isTerminal, BooleanSupplier isTyped) {

    @SuppressWarnings("SystemConsoleNull") // it is null, if one of the two is no terminal
    public static ProgramEnvironment ofProcess() {
        Console console = System.console();
        return new ProgramEnvironment(
                System.getenv(),
                System.in,
                console != null && console.isTerminal(),
                ProgramEnvironment::isInputTerminal);
    }

    /** Returns the value of a variable. An empty one counts as absent. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** The JDK tells this only of input and output together. */
    private static boolean isInputTerminal() {
        try {
            Process test = new ProcessBuilder("test", "-t", "0")
                    .redirectInput(Redirect.INHERIT)
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
