package agentsettings.core.plans;

import agentsettings.core.plans.Candidate.Verdict;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.util.List;
import java.util.Optional;

/**
 * What an outbound call of a user would do. Immutable.
 *
 * @param status null if the user is not known
 * @param callType null if it is not set
 * @param calledNumber null if it was not given
 * @param softphoneCandidates the softphone numbers in the order in which they are considered
 * @param displayCandidates the numbers to present in the order in which they are considered
 * @param obstacles why the call could not be placed; empty if it could be
 */
public record CallPlan(
        String userId,
        UserStatus status,
        CallType callType,
        ParsedNumber calledNumber,
        List<Candidate> softphoneCandidates,
        List<Candidate> displayCandidates,
        List<Obstacle> obstacles) {

    public boolean wouldFail() {
        return !obstacles.isEmpty();
    }

    /** Whether the platform calls the agent first. Otherwise the agent calls in a way of its own, and no softphone is rung. */
    public boolean ringsAgentFirst() {
        return callType == CallType.BIDIRECTIONAL;
    }

    /** The softphone to ring; empty if none can be, or if none has to be. */
    public Optional<PhoneNumber> softphoneNumber() {
        return taken(softphoneCandidates);
    }

    /** The number that is presented to the called party. */
    public Optional<PhoneNumber> displayNumber() {
        return taken(displayCandidates);
    }

    private static Optional<PhoneNumber> taken(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.verdict() == Verdict.TAKEN)
                .findFirst()
                .map(candidate -> candidate.number().number());
    }
}
