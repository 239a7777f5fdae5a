package agentsettings.core.apps;

import java.util.Optional;

/** Which edition of the vendor's pages an app was written for; they differ in the credentials a call must carry. */
public enum Edition {
    /** The app key is mandatory, the token optional but verified when sent. */
    E2023(2023),
    /** The token is mandatory, the app key optional but must match when sent. */
    E2025(2025);

    private final int year;

    Edition(int year) {
        this.year = year;
    }

    public int year() {
        return year;
    }

    /** The edition of this year. */
    public static Optional<Edition> of(int year) {
        for (Edition edition : values()) {
            if (edition.year == year) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }
}
