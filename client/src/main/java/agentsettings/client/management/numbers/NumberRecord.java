package agentsettings.client.management.numbers;

import agentsettings.core.numbers.NumberKind;
import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.List;

/**
 * A number that is allotted to a tenant space. Immutable, if the lists are.
 *
 * @param kinds what it is allotted for
 * @param withdrawn those of the kinds that are being taken back
 * @param description for people; may be empty
 */
public record NumberRecord(
        PhoneNumber number,
        List<NumberKind> kinds,
        List<NumberKind> withdrawn,
        String description,
        Instant createdAt) {}
