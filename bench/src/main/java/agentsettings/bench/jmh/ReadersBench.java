package agentsettings.bench.jmh;

import agentsettings.core.rules.SettingsDraft;
import agentsettings.wire.RequestException;
import agentsettings.wire.SettingsReader;
import org.openjdk.jmh.annotations.Benchmark;

/** Parses request bodies into drafts. */
public class ReadersBench extends ShortRuns {

    private final byte[] create = Bodies.CREATE;
    private final byte[] update = Bodies.UPDATE;
    private final byte[] user = Bodies.USER;
    private final byte[] broken = Bodies.BROKEN;

    @Benchmark
    public SettingsDraft create() {
        return SettingsReader.create(create);
    }

    @Benchmark
    public SettingsDraft update() {
        return SettingsReader.update(update);
    }

    @Benchmark
    public SettingsDraft user() {
        return SettingsReader.user(user);
    }

    /** Rejects a truncated body. */
    @Benchmark
    public RequestException refused() {
        try {
            throw new IllegalStateException("accepted a truncated body: " + SettingsReader.create(broken));
        } catch (RequestException refusal) {
            return refusal;
        }
    }
}
