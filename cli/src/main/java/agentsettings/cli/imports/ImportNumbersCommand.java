package agentsettings.cli.imports;

import agentsettings.client.management.jobs.ImportRequest;
import picocli.CommandLine.Command;

/** Imports a file of allotted numbers. */
@Command(
        name = "numbers",
        description = {
            "Imports a file of allotted numbers: CSV with a header line, or JSON Lines, packed by gzip or not.",
            "The columns of CSV, in any order, are number, kinds, description."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings import numbers numbers.csv --tenant 202205116084 --dry-run",
            "  agentsettings import numbers numbers.csv --tenant 202205116084 \\",
            "    --faults skip --faults-to faults.csv"
        })
final class ImportNumbersCommand extends ImportFileCommand {

    @Override
    ImportRequest.Kind kind() {
        return ImportRequest.Kind.NUMBERS;
    }
}
