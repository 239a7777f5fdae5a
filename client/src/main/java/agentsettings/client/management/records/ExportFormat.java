package agentsettings.client.management.records;

/** The forms of an export. */
public enum ExportFormat {
    /** RFC 4180, in UTF-8, with a header line and the columns that an import takes. */
    CSV("text/csv"),
    /** A JSON object a line, with all members that the interface has. */
    JSON_LINES("application/jsonl");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
