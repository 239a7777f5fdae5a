package agentsettings.bench.jmh;

import agentsettings.core.settings.SettingsIds;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;

/** Generates ids. */
public class IdsBench extends ShortRuns {

    private final SettingsIds ids = new SettingsIds(InstantSource.system(), 0, 0);

    @Benchmark
    public long next() {
        return ids.next();
    }
}
