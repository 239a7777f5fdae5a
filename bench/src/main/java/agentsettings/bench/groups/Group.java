package agentsettings.bench.groups;

import java.util.List;

/** Cases that are measured in turn, round after round, so that disturbances affect all of them. */
public interface Group {

    /** In the order they are measured. */
    List<Case> cases();

    /** In the order they are measured in this round. */
    default List<Case> cases(int round) {
        return cases();
    }

    /** The number of rounds, given the requested number. */
    default int rounds(int requested) {
        return requested;
    }

    /** Whether there is a warm-up round, whose figures are dropped. */
    default boolean warmsUp() {
        return true;
    }
}
