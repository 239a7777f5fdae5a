package agentsettings.acceptance.history;

/**
 * What one client asked, and what came of it. Within a history, operations are told apart by their number alone. The times are {@link System#nanoTime}s of the process that asked.
 *
 * @param number from 1 on
 * @param node the place among the nodes of the one that was asked
 * @param responded {@link #NEVER} without a response, as when the response is null
 * @param response null when it isn't known whether it was carried out; it may then have been at any time since, or never
 */
public record Operation(int number, int node, Request request, long invoked, long responded, Response response) {

    public static final long NEVER = Long.MAX_VALUE;

    /** The id that it gave as a create; one below 0, of its own, where nobody was told any. */
    long idGiven() {
        return response instanceof Response.Created created ? created.id() : -number;
    }

    boolean hasResponse() {
        return response != null;
    }

    /** Whether it was answered before the other one was asked for. */
    boolean precedes(Operation other) {
        return responded < other.invoked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operation operation && operation.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
