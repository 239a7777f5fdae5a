package agentsettings.cli.db;

import picocli.CommandLine.Command;

/** Groups the commands about the database. */
@Command(
        name = "db",
        description = "Shows the database, updates its schema, copies it to the other engine, or distributes it.",
        subcommands = {DbStatusCommand.class, DbMigrateCommand.class, DbCopyCommand.class, DbDistributeCommand.class})
public final class DbCommand {}
