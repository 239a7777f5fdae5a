package agentsettings.cli.db;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.server.Databases;
import agentsettings.storage.Database;
import agentsettings.storage.verify.Findings;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verifies a database, whether or not a server is running on it. Changes nothing. */
@Command(
        name = "verify",
        description = {
            "Verifies the database: the file of an embedded one, the values of each row, what each row belongs to, and that"
                    + " users and settings are what the change log has made them. Changes nothing; a server may run.",
            "Prints a line for each row that breaks a rule, with its table and key, and then exits with 1."
        })
final class DbVerifyCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "maximum number of findings to print; others are counted (default: ${DEFAULT-VALUE})")
    private int limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit: must not be negative.");
        }
        Findings findings = new Findings(limit);
        String name;
        try (Database database = Databases.openForReading(options.storage());
                WorkProgressBar bar = WorkProgressBar.on(spec.commandLine().getErr())) {
            name = database.toString();
            database.verify(findings, new BarProgress(bar));
        }
        return report(findings, name);
    }

    private int report(Findings findings, String database) {
        PrintWriter out = spec.commandLine().getOut();
        FindingsReport.print(findings, out);
        out.println(
                findings.count() == 0
                        ? "Nothing is wrong with " + database + "."
                        : String.format(Locale.ROOT, "Findings in %s: %,d", database, findings.count()));
        out.flush();
        return findings.count() == 0 ? 0 : 1;
    }
}
