package agentsettings.cli.progress;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says something on standard error if the program is ended, as by Ctrl-C, before this is closed. Thread-safe. */
public final class InterruptNotice implements AutoCloseable {

    /** So long the work that is ended has time to end its own output. */
    private static final int GRACE_MILLIS = 500;

    private final PrintWriter err;
    private final String text;
    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::give);

    private InterruptNotice(PrintWriter err, String text) {
        this.err = err;
        this.text = text;
    }

    /** Returns a notice that is given from now on. */
    public static InterruptNotice on(PrintWriter err, String text) {
        InterruptNotice notice = new InterruptNotice(err, text);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    /** Waits, at most for so long, until the program is ended. Returns whether it is. */
    public boolean await(int millis) throws InterruptedException {
        return given.await(millis, TimeUnit.MILLISECONDS);
    }

    private void give() {
        given.countDown();
        try {
            if (!closed.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                err.println(); // ends the line of a bar
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.println("agentsettings: " + text);
        err.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is being ended, and the notice is given
        }
    }
}
