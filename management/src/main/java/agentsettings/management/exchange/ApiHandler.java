package agentsettings.management.exchange;

/** Serves an operation. Runs on a virtual thread and may block; called by many at a time. */
public interface ApiHandler {

    /**
     * Serves a request that the document permits.
     *
     * @throws agentsettings.management.problems.ProblemException if it cannot be served
     */
    ApiResponse handle(ApiRequest request);
}
