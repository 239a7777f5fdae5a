package agentsettings.cli.progress;

/** What the progress of work is counted in. */
public enum ProgressUnit {
    ROWS(" rows", 1),
    MEBIBYTES(" MiB", 1024 * 1024);

    private final String text;
    private final long size;

    ProgressUnit(String text, long size) {
        this.text = text;
        this.size = size;
    }

    String text() {
        return text;
    }

    /** So many rows or bytes are one of it. */
    long size() {
        return size;
    }
}
