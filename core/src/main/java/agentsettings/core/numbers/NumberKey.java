package agentsettings.core.numbers;

import agentsettings.core.settings.PhoneNumber;
import java.util.Comparator;

/** Identifies an allotted number. Ordered by tenant space and number. Immutable. */
public record NumberKey(String tenantId, PhoneNumber number) implements Comparable<NumberKey> {

    private static final Comparator<NumberKey> ORDER =
            Comparator.comparing(NumberKey::tenantId).thenComparing(key -> key.number.digits());

    @Override
    public int compareTo(NumberKey other) {
        return ORDER.compare(this, other);
    }
}
