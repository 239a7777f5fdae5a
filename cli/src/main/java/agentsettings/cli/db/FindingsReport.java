package agentsettings.cli.db;

import agentsettings.storage.verify.Findings;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what a verification has found, a line for each. Stateless. */
final class FindingsReport {

    static void print(Findings findings, PrintWriter out) {
        findings.kept().forEach(out::println);
        long others = findings.count() - findings.kept().size();
        if (others > 0) {
            out.printf(Locale.ROOT, "and %,d more%n", others);
        }
    }

    private FindingsReport() {}
}
