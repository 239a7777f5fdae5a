package agentsettings.cli.db;

import agentsettings.cli.progress.WorkProgressBar;
import agentsettings.server.backup.DatabaseRestore;
import agentsettings.server.backup.DatabaseRestore.Restored;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup of an embedded database into an empty data folder. */
@Command(
        name = "restore",
        description =
                "Restores a backup that db backup or a server has made into an empty or new data folder, after it has"
                        + " verified the copy. Replaces nothing.")
final class DbRestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BACKUP", description = "the folder with the backup")
    private Path backup;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "the data folder to restore into; must be empty or not exist")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Restored restored;
        try (WorkProgressBar bar = WorkProgressBar.on(spec.commandLine().getErr())) {
            restored = new DatabaseRestore(backup, data).restore(new BarProgress(bar));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The backup is restored into " + data + ".");
        FindingsReport.print(restored.findings(), out);
        printKey(restored, out);
        out.flush();
        return 0;
    }

    private void printKey(Restored restored, PrintWriter out) {
        if (restored.hasKey()) {
            out.println("Its secrets are hashed with the key " + restored.keyFingerprint()
                    + ", which was restored as secret-hash.key.");
        } else if (!restored.keyFingerprint().isEmpty()) {
            out.println("Its secrets are hashed with the key of the fingerprint " + restored.keyFingerprint()
                    + ", which is not in the backup: copy its secret-hash.key into " + data
                    + " before you start a server.");
        }
    }
}
