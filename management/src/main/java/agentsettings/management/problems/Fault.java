package agentsettings.management.problems;

/**
 * One thing that is wrong with a request. Immutable.
 *
 * @param place a JSON pointer into the body, or the name of a parameter of the path, the query or a header
 * @param detail a sentence that follows the place's name; holds no value that was sent
 */
public record Fault(boolean inBody, String place, String detail) {

    /** A fault of the body, at a JSON pointer. */
    public static Fault at(String pointer, String detail) {
        return new Fault(true, pointer, detail);
    }

    /** The same fault of a body that is a member of another, at this pointer. */
    public Fault below(String pointer) {
        return new Fault(inBody, pointer + place, detail);
    }

    /** A fault of a parameter. */
    public static Fault ofParameter(String name, String detail) {
        return new Fault(false, name, detail);
    }

    /** The fault by itself. The pointer to the whole body is empty. */
    String sentence() {
        return place.isEmpty() ? "The body " + detail : place + ": " + detail;
    }
}
