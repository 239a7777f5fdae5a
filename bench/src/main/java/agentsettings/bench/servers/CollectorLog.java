package agentsettings.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the JVM's collector logs with {@code -Xlog:gc}: {@code GC(7) Pause Young (Allocation Failure) 21M->5M(61M) 1.9ms}. */
public final class CollectorLog {

    /** Of a process that keeps no such log. */
    static final Allocated NOTHING = new Allocated(0, 0);

    private static final Pattern PAUSE = Pattern.compile(" (\\d+)M->(\\d+)M\\(");
    private static final double MEGABYTE = 1 << 20;

    /** Fewer leave too much in doubt, since nobody knows what was allocated after the last. */
    private static final int COLLECTIONS_MIN = 10;

    /** What was allocated before a number of collections. */
    public record Allocated(double bytes, int collections) {

        /** The bytes since then; not a number when there were too few collections to tell. */
        public double since(Allocated then) {
            return collections - then.collections < COLLECTIONS_MIN ? Double.NaN : bytes - then.bytes;
        }
    }

    /** What was allocated before the last collection: each found what the one before had left, and what was allocated since. */
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
