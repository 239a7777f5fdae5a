package agentsettings.server.observation;

import agentsettings.server.http.head.RequestHead;

/**
 * A request and its response.
 *
 * @param door the interface that served it
 * @param operation one of the interface's few operations, {@link #UNKNOWN} if it was none; never text of the client's
 * @param status the response's status
 * @param code the response's {@code returnCode}; empty in interfaces that have none
 * @param caller the name of the authenticated app or management key, null if none
 * @param streamed whether it may last for as long as the client likes
 * @param nanos the time from the head of the request to its response, in nanoseconds
 * @param cause why the service or its storage failed, null if neither did
 */
public record FinishedExchange(
        RequestHead request,
        Door door,
        String operation,
        int status,
        String code,
        String caller,
        boolean streamed,
        long nanos,
        Throwable cause) {

    /** The operation of requests that no operation serves. */
    public static final String UNKNOWN = "unknown";

    /** The interfaces. */
    public enum Door {
        VENDOR("vendor"),
        MANAGEMENT("management");

        private final String label;

        Door(String label) {
            this.label = label;
        }

        /** Its name in logs and metrics. */
        public String label() {
            return label;
        }
    }
}
