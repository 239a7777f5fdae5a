package agentsettings.cli.export;

/** Counts the rows of an export while it passes. A line break within quotation marks of CSV ends no row. Used by one thread. */
final class ExportedRows {

    private final boolean isCsv;
    private boolean isQuoted;
    private long ends;

    ExportedRows(boolean isCsv) {
        this.isCsv = isCsv;
    }

    /** Counts the rows that end in these bytes; the header of CSV is one. */
    long count(byte[] bytes, int length) {
        long before = ends;
        for (int i = 0; i < length; i++) {
            isQuoted ^= isCsv && bytes[i] == '"';
            ends += bytes[i] == '\n' && !isQuoted ? 1 : 0;
        }
        return ends - before;
    }

    /** The number of records that have passed. */
    long total() {
        return Math.max(0, isCsv ? ends - 1 : ends);
    }
}
