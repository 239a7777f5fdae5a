package agentsettings.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import picocli.CommandLine.Option;

/** The secret that an app is to have: a new random one of 256 bits, or one that the operator brings. */
final class AppSecret {

    private static final int BYTES = 32;
    private static final int BROUGHT_LENGTH_MIN = 32;
    private static final int BROUGHT_LENGTH_MAX = 256;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "takes the secret, at least " + BROUGHT_LENGTH_MIN
                            + " characters, from the first line of this file, - for standard input; otherwise one is made and shown once")
    private Path file;

    boolean isBrought() {
        return file != null;
    }

    /** The secret; each call makes or reads another. */
    String obtain() throws IOException {
        return isBrought() ? brought() : made();
    }

    private String brought() throws IOException {
        String line = firstLine().strip();
        boolean printable = line.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (line.length() < BROUGHT_LENGTH_MIN || line.length() > BROUGHT_LENGTH_MAX || !printable) {
            throw new IllegalArgumentException("--secret-file: the secret must have " + BROUGHT_LENGTH_MIN + " to "
                    + BROUGHT_LENGTH_MAX + " printable ASCII characters without white space.");
        }
        return line;
    }

    private String firstLine() throws IOException {
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            String text = new String(in.readNBytes(4 * BROUGHT_LENGTH_MAX), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        }
    }

    private static String made() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
