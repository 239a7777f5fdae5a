package agentsettings.cli.output;

import java.io.PrintWriter;

/** Nobody reads the output any more, or it can't be written, so the command need not go on. It has no stack trace. */
public final class OutputClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OutputClosedException() {
        super("the output is closed", null, false, false);
    }

    /** Writes what is buffered. */
    public static void throwIfClosed(PrintWriter out) {
        if (out.checkError()) {
            throw new OutputClosedException();
        }
    }
}
