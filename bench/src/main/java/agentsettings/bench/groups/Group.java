package agentsettings.bench.groups;

import java.util.List;

/** Cases that are measured in turn, round after round, so that whatever else the machine does hits all of them. */
public interface Group {

    /** In the order they are measured. */
    List<Case> cases();

    /** In the order they are measured in this round. */
    default List<Case> cases(int round) {
        return cases();
    }

    /** So many rounds, when this was asked for. */
    default int rounds(int asked) {
        return asked;
    }

    /** Whether a round before the first is measured and forgotten. */
    default boolean warmsUp() {
        return true;
    }
}
