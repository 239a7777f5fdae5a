package agentsettings.management.imports;

import java.util.Arrays;
import java.util.Optional;

/** The forms of import files. */
public enum ImportFormat {
    /** RFC 4180 in UTF-8, with a header. */
    CSV("text/csv"),
    /** An object a line, in UTF-8. */
    JSON_LINES("application/jsonl");

    private final String mediaType;

    ImportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The form with this media type, which has no parameters. */
    public static Optional<ImportFormat> of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }
}
