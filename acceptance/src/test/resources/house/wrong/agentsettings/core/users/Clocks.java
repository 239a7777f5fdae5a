package agentsettings.core.users;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Supplier;

// wrong: calls java.time.Instant.now; take the time from an InstantSource.
// wrong: calls java.time.InstantSource.system; take the time from an InstantSource.
// wrong: calls java.lang.System.currentTimeMillis; take the time from an InstantSource.
// wrong: calls java.util.Date.<init>; take the time from an InstantSource.
// wrong: calls java.lang.Thread.sleep; wait for what must have happened.

/** An example. */
final class Clocks {

    private final Supplier<Instant> clock = Instant::now;

    long now() {
        return InstantSource.system().millis() + System.currentTimeMillis() + new Date().getTime();
    }

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
