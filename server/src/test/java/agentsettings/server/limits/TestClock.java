package agentsettings.server.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved: a wall clock that can be set, and a monotonic one that can't. */
public final class TestClock implements InstantSource, TimeMeter {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }

    public void goOn(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** As an administrator or a time server does. */
    public void setWallClockBack(Duration time) {
        now = now.minus(time);
    }
}
