package agentsettings.core.requests;

import java.util.Optional;
import java.util.Set;

/**
 * What must be true of a record for a command to be executed, as HTTP's {@code If-Match} and {@code If-None-Match} say it. Checked in the
 * transaction of the write. Immutable.
 */
public sealed interface Condition {

    Condition NONE = new None();

    /**
     * Whether the condition holds.
     *
     * @param tag of the record as it is stored; empty if there is none
     */
    boolean holdsFor(Optional<String> tag);

    /** No condition. */
    record None() implements Condition {
        @Override
        public boolean holdsFor(Optional<String> tag) {
            return true;
        }
    }

    /** There is no such record. */
    record Absent() implements Condition {
        @Override
        public boolean holdsFor(Optional<String> tag) {
            return tag.isEmpty();
        }
    }

    /** There is a record, whatever its version. */
    record Present() implements Condition {
        @Override
        public boolean holdsFor(Optional<String> tag) {
            return tag.isPresent();
        }
    }

    /** The record is in one of these versions. */
    record Version(Set<String> tags) implements Condition {
        @Override
        public boolean holdsFor(Optional<String> tag) {
            return tag.filter(tags::contains).isPresent();
        }
    }
}
