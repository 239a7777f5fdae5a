package agentsettings.client.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The waits between the attempts of a client's calls, until the client is closed. Thread-safe. */
public interface Pause {

    /**
     * Blocks for this time, or until the end.
     *
     * @return false at the end, after which there is to be no other attempt
     */
    boolean pause(Duration time) throws InterruptedException;

    /** Ends all pauses, those to come too. */
    void end();

    boolean isEnded();

    /** Returns pauses that take their time. */
    static Pause real() {
        CountDownLatch ended = new CountDownLatch(1);
        return new Pause() {
            @Override
            public boolean pause(Duration time) throws InterruptedException {
                return !ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void end() {
                ended.countDown();
            }

            @Override
            public boolean isEnded() {
                return ended.getCount() == 0;
            }
        };
    }
}
