package agentsettings.cli;

import agentsettings.cli.options.ProgramEnvironment;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The exit code and output of a command. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs the command in an environment without variables. */
    static CommandRun run(String... arguments) {
        return run(Map.of(), "", arguments);
    }

    /** Runs the command with these environment variables and this standard input, which is no terminal. */
    static CommandRun run(Map<String, String> variables, String input, String... arguments) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return run(new ProgramEnvironment(variables, in, false, () -> false), arguments);
    }

    static CommandRun run(ProgramEnvironment environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine(environment, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
