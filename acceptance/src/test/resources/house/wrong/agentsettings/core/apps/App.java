package agentsettings.core.apps;

// wrong: Nested has no comment; say in one to three sentences what it is.

/** A type that others must not use. */
public final class App {

    /** A constant, which the compiler copies. */
    public static final int MAX = 5;

    public static final class Nested {}

    private static final class Private {}

    public static int max() {
        int place = MAX;
        return place;
    }
}
