package agentsettings.client.vendor;

import agentsettings.client.http.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pauses that move a clock instead of taking time, and are recorded. */
final class RecordedPauses implements Pause {

    private final MovedClock clock;
    private final List<Duration> pauses = new ArrayList<>();
    private volatile boolean ended;
    private volatile boolean endsNext;

    RecordedPauses(MovedClock clock) {
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
    void endDuringTheNext() {
        endsNext = true;
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    synchronized List<Duration> all() {
        return List.copyOf(pauses);
    }
}
