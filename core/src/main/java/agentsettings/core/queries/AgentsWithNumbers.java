package agentsettings.core.queries;

import agentsettings.core.numbers.AllottedNumber;
import java.util.List;

/**
 * What is stored of some users that decides about their calls, at one moment. Immutable, if the lists are.
 *
 * @param agents in the order in which they were asked for
 * @param allotted every allotted number that could be the same as one of theirs, whatever the region in which they are dialled; and
 *     others
 */
public record AgentsWithNumbers(List<StoredAgent> agents, List<AllottedNumber> allotted) {

    /** The maximum number of users at a time. */
    public static final int USERS_MAX = 1_000;
}
