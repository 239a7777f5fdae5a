package agentsettings.server.numbers;

import agentsettings.core.logging.LineRate;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.users.UserKey;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Logs writes that succeed with numbers that are not allotted, at most one a second. Safe for use by many threads. */
public final class NumberWarningLog {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(NumberWarningLog.class.getName());

    private final LineRate rate;

    /**
     * Logs nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public NumberWarningLog(LongSupplier nanoTime) {
        rate = new LineRate(INTERVAL, nanoTime);
    }

    /** Notes a write of the user's settings, unless all of its numbers are allotted. */
    public void written(UserKey user, List<UsedNumber> notAllotted) {
        if (!notAllotted.isEmpty()) {
            rate.log(others -> LOG.log(System.Logger.Level.WARNING, line(user, notAllotted) + others));
        }
    }

    private static String line(UserKey user, List<UsedNumber> notAllotted) {
        String numbers = notAllotted.stream()
                .map(used -> used.number().digits())
                .distinct()
                .collect(Collectors.joining(", "));
        return "Settings of user " + user.userId() + " of tenant space " + user.tenantId()
                + " were written with numbers that are not allotted: " + numbers;
    }
}
