package agentsettings.cli.imports;

import agentsettings.client.management.jobs.ImportRequest;
import picocli.CommandLine.Command;

/** Imports a file of users. */
@Command(
        name = "users",
        description = {
            "Imports a file of users: CSV with a header line, or JSON Lines, packed by gzip or not.",
            "The columns of CSV, in any order, are userId, sumUserId, account, name, phone, email, description, status."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings import users users.csv --tenant 202205116084 --dry-run",
            "  agentsettings import users users.csv --tenant 202205116084 \\",
            "    --faults skip --faults-to faults.csv"
        })
final class ImportUsersCommand extends ImportFileCommand {

    @Override
    ImportRequest.Kind kind() {
        return ImportRequest.Kind.USERS;
    }
}
