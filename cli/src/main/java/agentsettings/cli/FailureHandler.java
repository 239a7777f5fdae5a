package agentsettings.cli;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.output.OutputClosedException;
import agentsettings.server.config.keys.ConfigException;
import agentsettings.server.config.messages.FileFailure;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports why a command failed: what could not be done, and the causes. */
final class FailureHandler implements IExecutionExceptionHandler {

    private static final String CAUSED_BY = "  Caused by: ";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getOut().flush(); // what was printed before the failure comes before its reason
        if (failure instanceof OutputClosedException) {
            return CommandLine.ExitCode.OK;
        }
        PrintWriter err = command.getErr();
        describe(failure).forEach(line -> err.println(line.startsWith(CAUSED_BY) ? line : "agentsettings: " + line));
        err.flush();
        return failure instanceof CommandFailure expected ? expected.exitCode() : CommandLine.ExitCode.SOFTWARE;
    }

    /** One line for each fault of a configuration and each reason of a command; otherwise one for the failure and one for each of its causes. */
    static List<String> describe(Throwable failure) {
        if (failure instanceof ConfigException invalid) {
            return invalid.faults();
        } else if (failure instanceof CommandFailure expected) {
            return expected.lines();
        }
        List<String> lines = new ArrayList<>(List.of(message(unwrap(failure))));
        for (Throwable cause = unwrap(failure).getCause();
                cause != null;
                cause = unwrap(cause).getCause()) {
            addCause(lines, unwrap(cause));
        }
        return lines;
    }

    /** Adds a line, or completes the line before if that names the file. Adds nothing that the line before says already. */
    private static void addCause(List<String> lines, Throwable cause) {
        String last = lines.getLast();
        if (cause instanceof FileSystemException file && last.contains(String.valueOf(file.getFile()))) {
            lines.set(lines.size() - 1, last + ": " + FileFailure.reason(file));
        } else if (!last.contains(message(cause))) {
            lines.add(CAUSED_BY + message(cause));
        }
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof UncheckedIOException wrapper ? wrapper.getCause() : failure;
    }

    private static String message(Throwable failure) {
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": " + FileFailure.reason(file);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
