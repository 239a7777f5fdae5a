package agentsettings.cli.db;

import picocli.CommandLine.Command;

/** Groups the commands about the database. */
@Command(
        name = "db",
        description =
                "Shows, verifies and backs up the database, updates its schema, copies it to the other engine, or distributes"
                        + " it.",
        subcommands = {
            DbStatusCommand.class,
            DbVerifyCommand.class,
            DbBackupCommand.class,
            DbRestoreCommand.class,
            DbMigrateCommand.class,
            DbCopyCommand.class,
            DbDistributeCommand.class
        })
public final class DbCommand {}
