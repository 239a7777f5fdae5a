package agentsettings.storage.records;

import agentsettings.core.store.StoreOverloaded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Limits how many reads run at a time. The others wait in the order of their arrival. Safe for use by many threads. */
public final class ReadLimit {

    private final Semaphore permits;
    private final Duration waitMax;

    /**
     * Limits the reads.
     *
     * @param max number of reads at a time
     * @param waitMax maximum wait of a read
     */
    public ReadLimit(int max, Duration waitMax) {
        this.permits = new Semaphore(max, true);
        this.waitMax = waitMax;
    }

    /**
     * Waits until a read may run, which {@link #release} must end.
     *
     * @throws StoreOverloaded if it waited too long, or was interrupted
     */
    public void acquire() {
        try {
            if (permits.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoreOverloaded("Too many lists are being read");
    }

    public void release() {
        permits.release();
    }
}
