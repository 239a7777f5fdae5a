package agentsettings.client;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that has no outcome. The subclass says whether the request may have been executed. The message names the
 * operation, the status, the code and the description; it never contains a secret or a token.
 */
public abstract sealed class ClientException extends RuntimeException
        permits RequestRejectedException, ServiceUnavailableException, OutcomeUnknownException {

    private static final long serialVersionUID = 1L;

    private final transient Details details;

    ClientException(Details details, String prefix, Throwable cause) {
        super(details.sentence(prefix), cause);
        this.details = details;
    }

    /** Returns what is known about the last attempt. Null after deserialization. */
    public Details details() {
        return details;
    }

    /**
     * What is known about the last attempt of a call. Immutable.
     *
     * @param operation its name, such as {@code create}; {@code token} if the call failed for want of a token
     * @param status the HTTP status, empty if there was no response
     * @param code the service's code for the error, in the vendor's interface the returnCode, in the management
     *     interface the end of the problem's type; empty if the response had none
     * @param description the service's message, or what happened to the connection; for people
     * @param problem the problem document of the response, if it had one
     * @param attempts the number of attempts, including the last
     */
    public record Details(
            String operation,
            OptionalInt status,
            Optional<String> code,
            String description,
            Optional<Problem> problem,
            int attempts) {

        private String sentence(String prefix) {
            StringBuilder text = new StringBuilder(operation).append(": ").append(prefix);
            status.ifPresent(number -> text.append(number).append(' '));
            code.ifPresent(number -> text.append(number).append(' '));
            text.append(description);
            if (attempts > 1) {
                text.append(" (attempt ").append(attempts).append(')');
            }
            return text.toString();
        }
    }
}
