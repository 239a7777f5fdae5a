package agentsettings.cli.imports;

import agentsettings.client.management.jobs.ImportRequest;
import picocli.CommandLine.Command;

/** Imports a file of the settings of users. */
@Command(
        name = "settings",
        description = {
            "Imports a file of the settings of users: CSV with a header line, or JSON Lines, packed by gzip or not.",
            "The columns of CSV, in any order, are userId, callType, displayNumbers, defaultDisplayNumber, softphoneNumbers, defaultSoftphoneNumber."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings import settings settings.csv --tenant 202205116084 --dry-run",
            "  agentsettings import settings settings.csv --tenant 202205116084 \\",
            "    --faults skip --faults-to faults.csv"
        })
final class ImportSettingsCommand extends ImportFileCommand {

    @Override
    ImportRequest.Kind kind() {
        return ImportRequest.Kind.SETTINGS;
    }
}
