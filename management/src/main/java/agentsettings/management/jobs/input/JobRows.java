package agentsettings.management.jobs.input;

import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.RowFault;
import java.util.List;
import java.util.Optional;

/** The rows that a job applies, in an order that never changes. Used by one thread. */
public interface JobRows extends AutoCloseable {

    /**
     * The next row; empty at the end.
     *
     * @throws UnreadableInputException if the rest can't be read
     */
    Optional<JobStep.Row> next();

    /** Goes on behind a row that it need not look at, as {@link #next} would. */
    default void skip() {
        next();
    }

    /** The bytes of the input that were read. */
    long bytesRead();

    @Override
    void close();

    /** The input can't be read any further; its message is for people. */
    final class UnreadableInputException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<RowFault> faults;

        public UnreadableInputException(String message) {
            this(message, List.of());
        }

        /** Has faults of a file, at the row behind which it can't be read. */
        UnreadableInputException(String message, List<RowFault> faults) {
            super(message, null, false, false);
            this.faults = List.copyOf(faults);
        }

        public List<RowFault> faults() {
            return faults;
        }
    }
}
