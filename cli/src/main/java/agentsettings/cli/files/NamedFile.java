package agentsettings.cli.files;

import agentsettings.cli.options.CommandFailure;
import agentsettings.server.config.messages.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that an option or a parameter names, and why it can't be used. Immutable.
 *
 * @param name of the option or the parameter
 */
public record NamedFile(String name, Path path) {

    /**
     * Opens the file to be written and closes it again, so that long work does not end with a file that can't be written. A file that is
     * there stays as it is; otherwise it is created.
     *
     * @throws CommandFailure if it can't be written
     */
    public void requireWritable() {
        try {
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    public CommandFailure notWritten(IOException failure) {
        return failure("cannot write", failure);
    }

    public CommandFailure notRead(IOException failure) {
        return failure("cannot read", failure);
    }

    private CommandFailure failure(String what, IOException failure) {
        String reason = Files.isDirectory(path) ? "is a directory" : FileFailure.reason(failure);
        return new CommandFailure(name + ": " + what + " " + path + ": " + reason);
    }
}
