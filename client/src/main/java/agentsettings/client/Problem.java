package agentsettings.client;

import java.util.List;
import java.util.Optional;

/**
 * A problem document of the management interface (RFC 9457). Immutable. Its texts are the service's, made fit for one
 * line each; they never contain the key.
 *
 * @param type a URN, of which {@link #code} is the end
 * @param title what kind of problem it is
 * @param detail what is wrong with this request
 * @param errors every fault of the request, if it is invalid
 */
public record Problem(String type, String title, String detail, List<Fault> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** Returns the end of the type, such as {@code invalid-request}. */
    public String code() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /**
     * One thing that is wrong with a request. Immutable.
     *
     * @param pointer a JSON pointer into the body, if the fault is there
     * @param parameter the name of a parameter of the query or of a header, if the fault is there
     */
    public record Fault(Optional<String> pointer, Optional<String> parameter, String detail) {

        @Override
        public String toString() {
            return pointer.or(() -> parameter).map(place -> place + ": ").orElse("") + detail;
        }
    }
}
