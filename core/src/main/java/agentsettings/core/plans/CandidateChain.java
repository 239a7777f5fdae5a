package agentsettings.core.plans;

import agentsettings.core.plans.Candidate.Source;
import agentsettings.core.plans.Candidate.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Numbers in the order in which they are considered, of which the first that can be used is taken. Used by one thread. */
final class CandidateChain {

    private final Predicate<ParsedNumber> isAllotted;
    private final boolean isPresented;
    private final boolean isUsed;
    private final Set<String> seen = new HashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean hasTaken;

    private CandidateChain(Predicate<ParsedNumber> isAllotted, boolean isPresented, boolean isUsed) {
        this.isAllotted = isAllotted;
        this.isPresented = isPresented;
        this.isUsed = isUsed;
    }

    /**
     * Softphones to ring.
     *
     * @param isUsed whether one is to be rung at all
     */
    static CandidateChain ofSoftphones(Predicate<ParsedNumber> isAllotted, boolean isUsed) {
        return new CandidateChain(isAllotted, false, isUsed);
    }

    /** Numbers to present. */
    static CandidateChain ofDisplayNumbers(Predicate<ParsedNumber> isAllotted) {
        return new CandidateChain(isAllotted, true, true);
    }

    void add(Source source, List<ParsedNumber> numbers) {
        numbers.forEach(number -> candidates.add(new Candidate(number, source, verdict(number))));
    }

    private Verdict verdict(ParsedNumber number) {
        if (!seen.add(number.identity())) {
            return Verdict.DUPLICATE;
        } else if (!number.isDialable()) {
            return Verdict.INVALID;
        } else if (isPresented && !number.isPresentable()) {
            return Verdict.NOT_PRESENTABLE;
        } else if (!isAllotted.test(number)) {
            return Verdict.NOT_ALLOTTED;
        } else if (!isUsed) {
            return Verdict.NOT_RUNG;
        } else if (hasTaken) {
            return Verdict.FALLBACK;
        }
        hasTaken = true;
        return Verdict.TAKEN;
    }

    boolean hasTaken() {
        return hasTaken;
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }
}
