package agentsettings.client;

import agentsettings.client.http.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pauses that move a clock instead of taking time, and are recorded. */
public final class RecordedPauses implements Pause {

    private final MovedClock clock;
    private final List<Duration> pauses = new ArrayList<>();
    private volatile boolean ended;
    private volatile boolean endsNext;

    public RecordedPauses(MovedClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean pause(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(time);
        clock.move(time);
        ended |= endsNext;
        return !ended;
    }

    @Override
    public void end() {
        ended = true;
    }

    /** As if the client were closed during the next pause. */
    public void endDuringTheNext() {
        endsNext = true;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    public synchronized List<Duration> all() {
        return List.copyOf(pauses);
    }
}
