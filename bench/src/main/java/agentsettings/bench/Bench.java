package agentsettings.bench;

import agentsettings.bench.soak.SoakCommand;
import agentsettings.bench.stress.StressCommand;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code bench/run}, {@code bench/compare}, {@code bench/plots}, {@code bench/lists}, {@code
 * bench/imports}, {@code bench/stress} and {@code bench/soak}. */
@Command(
        name = "bench",
        subcommands = {
            RunCommand.class,
            CompareCommand.class,
            PlotsCommand.class,
            ListsCommand.class,
            ImportsCommand.class,
            StressCommand.class,
            SoakCommand.class
        })
public final class Bench {

    static final int FAILED = 3;

    /** Referenced here because an unreferenced logger is collected together with its level. */
    private static final List<Logger> VERBOSE =
            List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("com.zaxxer.hikari"));

    /** Runs the command and exits with its status: 0 done, 1 regression, 2 wrong usage, 3 failed. */
    public static void main(String[] arguments) {
        VERBOSE.forEach(logger -> logger.setLevel(Level.WARNING));
        CommandLine commands = new CommandLine(new Bench());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println("bench: " + failure);
            return FAILED;
        });
        System.exit(commands.execute(arguments));
    }

    private Bench() {}
}
