package agentsettings.cli.settings.options;

import agentsettings.cli.files.NamedFile;
import agentsettings.cli.jobs.JobCollection;
import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.output.OutputOption;
import agentsettings.core.jobs.RowFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that names a file for the faults of a bulk change. */
public final class FaultsToOption {

    private static final String NAME = "--faults-to";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "writes the users that are left as they are, and why, into this CSV file, which is replaced")
    private Path path;

    @Option(names = "--detach", description = "ends when the change has begun, and prints how to look at it")
    private boolean isDetached;

    public boolean isDetached() {
        return isDetached;
    }

    /** Requires that the file can be written when the change is over. */
    public void requireWritable() {
        if (path != null && isDetached) {
            throw CommandFailure.ofUsage(List.of(NAME + ": must not be given together with --detach."));
        } else if (path != null) {
            new NamedFile(NAME, path).requireWritable();
        }
    }

    /** Writes the faults, if that is wanted. */
    public void write(Stream<RowFault> faults) {
        if (path == null) {
            return;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(path))) {
            OutputOption.writeCsv(JobCollection.BULK_CHANGES.faultColumns(), faults, out);
            if (out.checkError()) {
                throw new IOException("not everything was written");
            }
        } catch (IOException e) {
            throw new NamedFile(NAME, path).notWritten(e);
        }
    }
}
