package agentsettings.storage.postgres.sets;

import agentsettings.storage.jdbc.Change;
import agentsettings.storage.postgres.sets.Round.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** How the commands of a batch turn out, and what they change. Used by one thread. */
public final class Outcomes {

    private final Object[] byPlace;
    private final Change[] changes;

    /** For a batch of so many commands. */
    Outcomes(int size) {
        byPlace = new Object[size];
        changes = new Change[size];
    }

    void add(Asked<?> asked, Object outcome) {
        byPlace[asked.place()] = outcome;
    }

    void add(Asked<?> asked, Object outcome, Change change) {
        add(asked, outcome);
        changes[asked.place()] = change;
    }

    /** The outcomes, in the commands' order. */
    public List<Object> list() {
        return Arrays.asList(byPlace);
    }

    /** The changes, in the order of their commands. */
    public List<Change> changes() {
        return Arrays.stream(changes).filter(Objects::nonNull).toList();
    }
}
