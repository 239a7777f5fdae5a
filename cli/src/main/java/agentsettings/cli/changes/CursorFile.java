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
    private String written = "";

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

    /** Replaces the cursor. Used by one thread. */
    void write(String cursor) {
        if (cursor.equals(written)) {
            return;
        }
        Path replacement = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(replacement, cursor + "\n");
            Files.move(replacement, path, StandardCopyOption.ATOMIC_MOVE);
            written = cursor;
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("--cursor-file: cannot write " + path, e));
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Takes the path of a file. */
    static final class Converter implements ITypeConverter<CursorFile> {
        @Override
        public CursorFile convert(String text) {
            return new CursorFile(text);
        }
    }
}
