package agentsettings.client.management.jobs;

import agentsettings.client.management.records.ExportFormat;
import java.nio.file.Path;

/**
 * A file to be imported, and how. Immutable.
 *
 * @param isPacked whether the file is packed by gzip
 * @param isDryRun whether all rows are checked, and none is applied
 */
public record ImportRequest(
        Kind kind, Path file, ExportFormat format, boolean isPacked, Mode mode, Faults faults, boolean isDryRun) {

    /** The kinds of records that a file has. */
    public enum Kind {
        SETTINGS,
        USERS,
        NUMBERS
    }

    /** What becomes of records that are there already. */
    public enum Mode {
        /** One that is there is a fault. */
        CREATE,
        /** Those that are there are replaced: what a row does not say is taken away. */
        REPLACE,
        /** Those that are there are changed: what a row does not say stays as it is. */
        UPSERT
    }

    /** What becomes of a file with faulty rows. */
    public enum Faults {
        /** All rows are checked first, and nothing is applied if any is faulty. */
        STOP,
        /** The other rows are applied. */
        SKIP
    }
}
