package agentsettings.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the JVM's collector logs with {@code -Xlog:gc}: {@code GC(7) Pause Young (Allocation Failure) 21M->5M(61M) 1.9ms}. */
final class CollectorLog {

    private static final Pattern PAUSE = Pattern.compile(" (\\d+)M->(\\d+)M\\(");
    private static final double MEGABYTE = 1 << 20;

    /** What was allocated before the last collection: each found what the one before had left, and what was allocated since. */
    static double allocatedBytes(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            long left = 0;
            long allocated = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher pause = PAUSE.matcher(line);
                if (pause.find()) {
                    allocated += Long.parseLong(pause.group(1)) - left;
                    left = Long.parseLong(pause.group(2));
                }
            }
            return allocated * MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CollectorLog() {}
}
