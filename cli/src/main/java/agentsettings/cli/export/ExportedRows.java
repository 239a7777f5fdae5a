package agentsettings.cli.export;

/** Counts the rows of an export while it passes. A line break within quotation marks of CSV ends no row. Used by one thread. */
final class ExportedRows {

    private final boolean isCsv;
    private boolean isQuoted;
    private boolean isInHeader;
    private long total;

    ExportedRows(boolean isCsv) {
        this.isCsv = isCsv;
        this.isInHeader = isCsv;
    }

    /** Counts the rows that end in these bytes, without the header of CSV. */
    long count(byte[] bytes, int length) {
        long before = total;
        for (int i = 0; i < length; i++) {
            isQuoted ^= isCsv && bytes[i] == '"';
            if (bytes[i] == '\n' && !isQuoted) {
                total += isInHeader ? 0 : 1;
                isInHeader = false;
            }
        }
        return total - before;
    }

    /** The number of records that have passed. */
    long total() {
        return total;
    }
}
