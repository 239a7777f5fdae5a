package agentsettings.core.apps;

import java.util.Optional;

/**
 * The edition of the vendor's documentation that an app was written for. Editions differ in the credentials they
 * require.
 */
public enum Edition {
    /** The app key is required. The token is optional, but verified when present. */
    E2023(2023),
    /** The token is required. The app key is optional, but must match the token when present. */
    E2025(2025);

    private final int year;

    Edition(int year) {
        this.year = year;
    }

    public int year() {
        return year;
    }

    /** Returns the edition of this year, if there is one. */
    public static Optional<Edition> of(int year) {
        for (Edition edition : values()) {
            if (edition.year == year) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }
}
