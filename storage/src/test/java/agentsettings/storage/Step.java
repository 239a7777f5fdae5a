package agentsettings.storage;

import java.time.Duration;
import java.util.List;

/** What a random test does to a store next. */
public sealed interface Step {

    /** Sends the commands without waiting for outcomes in between, so that some are committed together. */
    record Burst(List<Wish> wishes) implements Step {}

    record Pass(Duration time) implements Step {}

    /** Closes the store and opens it again, a second later. */
    record Reopen() implements Step {}
}
