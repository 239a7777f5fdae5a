package agentsettings.bench.jmh;

import agentsettings.core.rules.SettingsDraft;
import agentsettings.wire.RequestException;
import agentsettings.wire.SettingsReader;
import org.openjdk.jmh.annotations.Benchmark;

/** Bytes to drafts. */
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

    /** A body that breaks off at its end. */
    @Benchmark
    public RequestException refused() {
        try {
            throw new IllegalStateException("read, though broken: " + SettingsReader.create(broken));
        } catch (RequestException refusal) {
            return refusal;
        }
    }
}
