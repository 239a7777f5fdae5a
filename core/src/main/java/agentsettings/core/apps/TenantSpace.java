package agentsettings.core.apps;

import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant space: what apps, users and management keys belong to. Immutable.
 *
 * @param id 12 digits
 * @param name for people; may be empty
 * @param region the ISO 3166 code of the country whose numbers are dialled without a country code; null if not set
 * @param accessCode the number to present when no other can be; null if not set
 * @param version 1 when created, one more with each change
 */
public record TenantSpace(
        String id,
        String name,
        String region,
        PhoneNumber accessCode,
        NumberCheck numberCheck,
        Instant createdAt,
        long version) {

    private static final int ID_LENGTH = 12;
    private static final int NAME_LENGTH_MAX = 128;
    private static final Set<String> REGIONS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** Throws an IllegalArgumentException that names the component and the rule it breaks. */
    public TenantSpace {
        Objects.requireNonNull(numberCheck, "numberCheck");
        Objects.requireNonNull(createdAt, "createdAt");
        Faults.require("tenant", idFault(id));
        Faults.require("name", nameFault(name));
        Faults.require("region", region == null ? Optional.empty() : regionFault(region));
        Faults.require("access code", accessCode == null ? Optional.empty() : accessCodeFault(accessCode.digits()));
    }

    /** A new tenant space of which only the id is known, as the first app of a tenant space makes it. */
    public static TenantSpace ofApp(App app) {
        return new TenantSpace(app.tenantId(), "", null, null, NumberCheck.OFF, app.createdAt(), 1);
    }

    /** Why this cannot be the id of a tenant space, or empty. */
    public static Optional<String> idFault(String id) {
        Optional<Integer> position = Faults.firstOther(id, c -> c >= '0' && c <= '9');
        if (position.isPresent()) {
            return Optional.of("must be " + ID_LENGTH + " digits; character " + position.get() + " is not a digit.");
        }
        return id.length() == ID_LENGTH
                ? Optional.empty()
                : Optional.of("must be " + ID_LENGTH + " digits, got " + id.length() + ".");
    }

    /** Why this cannot be the name of a tenant space, or empty. */
    public static Optional<String> nameFault(String name) {
        return Faults.name(name, 0, NAME_LENGTH_MAX);
    }

    /** Why this cannot be the region of a tenant space, or empty. */
    public static Optional<String> regionFault(String region) {
        return REGIONS.contains(region)
                ? Optional.empty()
                : Optional.of("must be a country code of ISO 3166-1, two capital letters, such as DE.");
    }

    /** Why this cannot be the access code of a tenant space, or empty. */
    public static Optional<String> accessCodeFault(String digits) {
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= PhoneNumber.LENGTH_MAX
                && PhoneNumber.firstNotDialable(digits) < 0;
        return isNumber
                ? Optional.empty()
                : Optional.of("must be a phone number: 1 to " + PhoneNumber.LENGTH_MAX
                        + " digits, * or #, after a + if there is one.");
    }

    /** Identifies this version of this tenant space, also among those of the same id that were removed before. */
    public String tag() {
        return createdAt.toEpochMilli() + "-" + version;
    }

    /** The tenant space with these values, in its next version unless it has them. */
    public TenantSpace changedTo(String newName, String newRegion, PhoneNumber newAccessCode, NumberCheck newCheck) {
        boolean same = newName.equals(name)
                && Objects.equals(newRegion, region)
                && Objects.equals(newAccessCode, accessCode)
                && newCheck == numberCheck;
        return same ? this : new TenantSpace(id, newName, newRegion, newAccessCode, newCheck, createdAt, version + 1);
    }
}
