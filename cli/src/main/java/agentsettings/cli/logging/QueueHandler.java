package agentsettings.cli.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Queues records for a thread that writes them to a stream. Publishing never waits for the stream: when the queue is full, records are
 * dropped and counted, and the count is written once the queue is empty again. Safe for use by many threads.
 */
final class QueueHandler extends Handler {

    static final int QUEUE_MAX = 8192;

    private final BlockingQueue<LogRecord> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final OutputStream stream;

    /** Starts the thread. */
    QueueHandler(OutputStream stream, Formatter formatter) {
        this.stream = stream;
        setFormatter(formatter);
        Thread.ofPlatform().daemon().name("log").start(this::run);
    }

    /** A place in the queue. Everything queued before it has been written when the latch opens. */
    private static final class Mark extends LogRecord {

        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch reached = new CountDownLatch(1);

        Mark() {
            super(Level.OFF, "");
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && !queue.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    /** Waits until everything published before is written, at most for this time. Returns whether it is. */
    boolean await(Duration max) {
        long deadline = System.nanoTime() + max.toNanos();
        Mark mark = new Mark();
        try {
            return queue.offer(mark, max.toNanos(), TimeUnit.NANOSECONDS)
                    && mark.reached.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does nothing: whoever wants to wait calls {@link #await}. */
    @Override
    public void flush() {}

    /** Does nothing: the thread ends with the process. */
    @Override
    public void close() {}

    private void run() {
        try {
            while (true) {
                LogRecord next = queue.take();
                if (next instanceof Mark mark) {
                    writeDropped();
                    mark.reached.countDown();
                } else {
                    write(next);
                }
                if (queue.isEmpty()) {
                    writeDropped();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the log's thread must not be interrupted", e);
        }
    }

    private void writeDropped() {
        long count = dropped.getAndSet(0);
        if (count > 0) {
            LogRecord entry =
                    new LogRecord(Level.WARNING, count + " log records were dropped, because the log was not read");
            entry.setLoggerName(QueueHandler.class.getName());
            write(entry);
        }
    }

    private void write(LogRecord entry) {
        try {
            stream.write(getFormatter().format(entry).getBytes(UTF_8));
        } catch (Throwable e) { // an Error must not end the thread
            // there is nowhere left to report it
        }
    }
}
