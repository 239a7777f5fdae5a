package agentsettings.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the garbage collector's log, made with {@code -Xlog:gc}: {@code GC(7) Pause Young (Allocation Failure) 21M->5M(61M) 1.9ms}. */
public final class CollectorLog {

    /** The value for a process without such a log. */
    static final Allocated NOTHING = new Allocated(0, 0);

    private static final Pattern PAUSE = Pattern.compile(" (\\d+)M->(\\d+)M\\(");
    private static final double MEGABYTE = 1 << 20;

    /** With fewer collections, what was allocated after the last one, which is unknown, would weigh too much. */
    private static final int COLLECTIONS_MIN = 10;

    /** The allocation before a number of collections. */
    public record Allocated(double bytes, int collections) {

        /** The bytes allocated since then; NaN after too few collections. */
        public double since(Allocated then) {
            return collections - then.collections < COLLECTIONS_MIN ? Double.NaN : bytes - then.bytes;
        }
    }

    /** The allocation before the last collection. Each collection finds what the one before left and what was allocated since. */
    static Allocated read(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            long left = 0;
            long allocated = 0;
            int collections = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher pause = PAUSE.matcher(line);
                if (pause.find()) {
                    allocated += Long.parseLong(pause.group(1)) - left;
                    left = Long.parseLong(pause.group(2));
                    collections++;
                }
            }
            return new Allocated(allocated * MEGABYTE, collections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CollectorLog() {}
}
