package agentsettings.cli.db;

import agentsettings.cli.options.DatabaseOptions;
import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.server.Databases;
import agentsettings.server.backup.DatabaseBackup;
import agentsettings.server.config.StorageConfig;
import agentsettings.storage.Database;
import agentsettings.storage.verify.Findings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs up an embedded database, whether or not a server is running on it. */
@Command(
        name = "backup",
        description = {
            "Copies the embedded database as it is at one moment into a new folder, and verifies the copy. A server may"
                    + " run. PostgreSQL has its own tools for backups.",
            "The key that secrets are hashed with is copied only with --with-key. Without it no secret in the backup can be"
                    + " verified, so keep a copy of it elsewhere."
        })
final class DbBackupCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options;

    @Parameters(paramLabel = "TARGET", description = "the folder to make; must not exist")
    private Path target;

    @Option(names = "--with-key", description = "copies secret-hash.key, too")
    private boolean withKey;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StorageConfig config = options.storage();
        Findings findings;
        try (Database database = Databases.openForReading(config);
                WorkProgressBar bar = WorkProgressBar.on(spec.commandLine().getErr())) {
            Optional<Path> key = withKey ? Optional.of(Databases.secretHashKey(config)) : Optional.empty();
            findings = new DatabaseBackup(database, key, InstantSource.system()).make(target, new BarProgress(bar));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The backup is in " + target + ".");
        FindingsReport.print(findings, out);
        out.flush();
        return 0;
    }
}
