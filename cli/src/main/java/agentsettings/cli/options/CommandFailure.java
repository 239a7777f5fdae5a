package agentsettings.cli.options;

import java.util.List;
import picocli.CommandLine.ExitCode;

/**
 * Why a command has not done what it was to do: a line for each reason, and the exit code. It has no stack trace, because the reason is
 * not in the program.
 */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;
    private final int exitCode;

    private CommandFailure(List<String> lines, int exitCode) {
        super(String.join(" ", lines), null, false, false);
        this.lines = List.copyOf(lines);
        this.exitCode = exitCode;
    }

    /** The command was right, and failed. */
    public CommandFailure(String line) {
        this(List.of(line), ExitCode.SOFTWARE);
    }

    /** The command's options are wrong. */
    public static CommandFailure ofUsage(List<String> lines) {
        return new CommandFailure(lines, ExitCode.USAGE);
    }

    public List<String> lines() {
        return lines;
    }

    public int exitCode() {
        return exitCode;
    }
}
