package agentsettings.cli.changes;

import agentsettings.cli.options.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * A file that keeps a cursor of the feed. It always holds a whole one: a change that was printed when the process was killed may be
 * printed again, and none is missed.
 */
final class CursorFile {

    private static final Pattern CURSOR = Pattern.compile("[!-~]{1,32768}");

    private final Path path;

    CursorFile(String path) {
        this.path = Path.of(path);
    }

    /** Returns what is wrong with a cursor, as far as can be told without the service. */
    static Optional<String> fault(String cursor) {
        return CURSOR.matcher(cursor).matches() ? Optional.empty() : Optional.of("is not a cursor of the feed.");
    }

    /** Returns the cursor; empty if the file does not exist. */
    Optional<String> read() {
        try {
            String cursor = Files.readString(path).strip();
            fault(cursor).ifPresent(fault -> {
                throw new CommandFailure("--cursor-file: " + path + " " + fault);
            });
            return Optional.of(cursor);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("--cursor-file: cannot read " + path, e));
        }
    }

    void write(String cursor) {
        Path written = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(written, cursor + "\n");
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("--cursor-file: cannot write " + path, e));
        }
    }

    /** Takes the path of a file. */
    static final class Converter implements ITypeConverter<CursorFile> {
        @Override
        public CursorFile convert(String text) {
            return new CursorFile(text);
        }
    }
}
