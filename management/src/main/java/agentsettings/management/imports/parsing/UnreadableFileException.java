package agentsettings.management.imports.parsing;

import agentsettings.core.jobs.RowFault;
import java.util.List;

/** The file can't be read any further, through a fault of the file. It has no stack trace, because the error is the client's. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowFault> faults;

    UnreadableFileException(List<RowFault> faults) {
        super("the file can't be read", null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** The row is the one at which reading ended. */
    UnreadableFileException(long row, RowFault.Code code, String detail) {
        this(List.of(new RowFault(row, null, code, detail)));
    }

    public List<RowFault> faults() {
        return faults;
    }
}
