package agentsettings.cli.progress;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width of the terminal. The terminal of JLine knows it too, but takes SIGINT over from the JVM, so that Ctrl-C would end a command
 * without its shutdown hooks. Stateless.
 */
final class TerminalWidth {

    private static final int UNKNOWN = 80;

    /** Rows and columns, as {@code stty size} prints them. */
    private static final Pattern SIZE = Pattern.compile("[0-9]+ ([1-9][0-9]{1,3})");

    /** Returns the number of columns; a usual one if it is not known. */
    static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(Redirect.DISCARD)
                    .start();
            try (InputStream printed = stty.getInputStream()) {
                Matcher size = SIZE.matcher(new String(printed.readAllBytes(), StandardCharsets.US_ASCII).strip());
                return size.matches() ? Integer.parseInt(size.group(1)) : UNKNOWN;
            }
        } catch (IOException e) {
            return UNKNOWN; // no terminal, or no stty
        }
    }

    private TerminalWidth() {}
}
