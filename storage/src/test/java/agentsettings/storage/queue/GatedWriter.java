package agentsettings.storage.queue;

import agentsettings.core.commands.Command;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Lets batches through to another writer one by one or freely, so that a test decides what gathers behind a commit under way
 * and no timing does.
 */
public final class GatedWriter implements BatchWriter {

    private final BatchWriter writer;
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore mayGoOn = new Semaphore(0);
    private volatile boolean open = true;

    public GatedWriter(BatchWriter writer) {
        this.writer = writer;
    }

    /** From now on a batch waits. */
    public void hold() {
        open = false;
    }

    /** Returns once a batch has come and waits. */
    public void awaitBatch() throws InterruptedException {
        arrived.acquire();
    }

    /** Lets only the waiting batch go on. */
    public void letThrough() {
        mayGoOn.release();
    }

    /** Lets the waiting batch and all others go on. */
    public void letGo() {
        open = true;
        mayGoOn.release();
    }

    @Override
    public List<Object> write(List<Command<?>> batch) {
        if (!open) {
            arrived.release();
            mayGoOn.acquireUninterruptibly();
        }
        return writer.write(batch);
    }

    @Override
    public void close() {
        writer.close();
    }
}
