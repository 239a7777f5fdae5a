package agentsettings.core.queries;

import agentsettings.core.settings.CallType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Counts of a tenant space at one moment. Immutable.
 *
 * @param byCallType the number of settings of each call type that has any
 * @param withoutCallType the number of settings without a call type
 * @param wouldFail the number of settings with which an outbound call could not be placed
 * @param mostUsedDisplayNumbers the display numbers that most settings have, the most used first
 */
public record Summary(
        Instant takenAt,
        long users,
        long usersWithoutSettings,
        Map<CallType, Long> byCallType,
        long withoutCallType,
        long wouldFail,
        List<NumberUse> mostUsedDisplayNumbers) {

    /** A number and how many users' settings have it. */
    public record NumberUse(String number, long users) {}
}
