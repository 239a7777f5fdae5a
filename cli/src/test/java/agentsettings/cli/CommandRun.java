package agentsettings.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What came of a command that was typed. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
