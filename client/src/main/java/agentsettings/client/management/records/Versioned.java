package agentsettings.client.management.records;

import agentsettings.core.requests.Condition;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A record in one of its versions. Immutable, if the record is.
 *
 * @param tag the entity tag that names the version, without its quotation marks
 */
public record Versioned<T>(T record, String tag) {

    private static final Pattern TAG = Pattern.compile("[!#-~]{1,256}");

    /** Throws an IllegalArgumentException if this cannot be a tag, which must fit into a header. */
    public Versioned {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "tag: must be 1 to 256 printable ASCII characters without quotation marks");
        }
    }

    /** Returns the condition that the record is still in this version. */
    public Condition unchanged() {
        return new Condition.Version(Set.of(tag));
    }
}
