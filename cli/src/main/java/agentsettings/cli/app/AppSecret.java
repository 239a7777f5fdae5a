package agentsettings.cli.app;

import agentsettings.cli.options.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Option;

/** The secret for an app: a new random one of 256 bits, or one from a file. */
final class AppSecret {

    private static final int RANDOM_BYTES = 32;
    private static final int LENGTH_MIN = 32;
    private static final int LENGTH_MAX = 256;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "file whose first line is the secret, " + LENGTH_MIN + " to " + LENGTH_MAX
                            + " characters; - for standard input; only on the database (default: a random secret, which is shown)")
    private Path file;

    boolean isGiven() {
        return file != null;
    }

    /** Requires that no secret is given, since a service makes each secret itself. */
    void requireNotGiven() {
        if (isGiven()) {
            throw CommandFailure.ofUsage(List.of("--secret-file: a service makes secrets itself. Give a secret on the"
                    + " database, with --data, --database or --config."));
        }
    }

    /** Reads the secret, or makes a random one. */
    String obtain() {
        return isGiven() ? given() : random();
    }

    private String given() {
        String line = firstLine().strip();
        if (line.length() < LENGTH_MIN || line.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("--secret-file: the secret must have " + LENGTH_MIN + " to " + LENGTH_MAX
                    + " characters, got " + line.length() + ".");
        } else if (!line.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "--secret-file: the secret must have only printable ASCII characters without white space.");
        }
        return line;
    }

    private String firstLine() {
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            String text = new String(in.readNBytes(4 * LENGTH_MAX), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("--secret-file: cannot read " + file, e));
        }
    }

    private static String random() {
        byte[] secret = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
