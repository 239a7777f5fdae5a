package agentsettings.server.numbers;

import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.users.UserKey;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Logs writes that succeed with numbers that are not allotted: at most one a second, with the number of those since the last line. Safe
 * for use by many threads.
 */
public final class NumberWarningLog {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(NumberWarningLog.class.getName());

    private final LongSupplier nanoTime;
    private boolean logged;
    private long lastLogged;
    private long notLogged;

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public NumberWarningLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes a write of the user's settings, unless all of its numbers are allotted. */
    public void written(UserKey user, List<UsedNumber> notAllotted) {
        if (!notAllotted.isEmpty()) {
            warn(user, notAllotted);
        }
    }

    private synchronized void warn(UserKey user, List<UsedNumber> notAllotted) {
        long now = nanoTime.getAsLong();
        if (logged && now - lastLogged < INTERVAL.toNanos()) {
            notLogged++;
            return;
        }
        String numbers = notAllotted.stream()
                .map(used -> used.number().digits())
                .distinct()
                .collect(Collectors.joining(", "));
        LOG.log(
                System.Logger.Level.WARNING,
                "Settings of user " + user.userId() + " of tenant space " + user.tenantId()
                        + " were written with numbers that are not allotted: " + numbers
                        + (notLogged == 0 ? "" : " (" + notLogged + " more writes since the last such line)"));
        logged = true;
        lastLogged = now;
        notLogged = 0;
    }
}
