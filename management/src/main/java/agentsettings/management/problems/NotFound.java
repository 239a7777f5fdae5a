package agentsettings.management.problems;

/** The problems of records that are not there. Stateless. */
public final class NotFound {

    /** A key that has no access to the tenant space gets the same. */
    public static ProblemException tenant() {
        return of("There is no such tenant space.");
    }

    public static ProblemException user() {
        return of("The tenant space has no such user.");
    }

    public static ProblemException settings() {
        return of("The user has no settings.");
    }

    public static ProblemException of(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    private NotFound() {}
}
