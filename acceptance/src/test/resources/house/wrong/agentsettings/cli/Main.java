package agentsettings.cli;

import java.time.Instant;
import java.time.InstantSource;

// wrong: calls java.time.Instant.now; take the time from an InstantSource.

/** Takes the system's clock, as it may. */
final class Main {

    InstantSource clock = InstantSource.system();
    Instant now = Instant.now();
    int max = agentsettings.core.apps.App.max();
}
