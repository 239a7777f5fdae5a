package agentsettings.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The exit code and output of a command. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
