package agentsettings.management.exchange;

import agentsettings.core.queries.Page;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which page of a list is requested, and the list's response. Immutable.
 *
 * @param after where the page begins; empty for the first
 */
public record PageRequest(ApiRequest request, String after, int limit) {

    private static final int LIMIT_DEFAULT = 100;

    /**
     * The page that a request asks for.
     *
     * @throws ProblemException if its cursor is none
     */
    public static PageRequest of(ApiRequest request) {
        int limit = request.parameter("limit").map(Integer::parseInt).orElse(LIMIT_DEFAULT);
        return new PageRequest(
                request, request.parameter("after").map(PageRequest::decoded).orElse(""), limit);
    }

    private static String decoded(String cursor) {
        String after;
        try {
            after = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
        if (!encoded(after).equals(cursor)
                || after.indexOf('\0') >= 0) { // it was damaged; PostgreSQL refuses the latter
            throw noCursor();
        }
        return after;
    }

    private static ProblemException noCursor() {
        return ProblemException.invalid(List.of(Fault.ofParameter("after", "is not a cursor of this list.")));
    }

    private static String encoded(String next) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The response with a page.
     *
     * @param pages reads the page after a place with at most so many items; throws an IllegalArgumentException if there is no such place
     * @param count counts the items that match, if the client asks for that
     */
    public <T> ApiResponse response(
            BiFunction<String, Integer, Page<T>> pages, Function<T, JsonNode> json, LongSupplier count) {
        Page<T> page = read(pages);
        ObjectNode body = ApiJson.object();
        ArrayNode items = body.putArray("items");
        page.items().forEach(item -> items.add(json.apply(item)));
        Optional<String> cursor = page.next().map(PageRequest::encoded);
        cursor.ifPresent(next -> body.put("next", next));
        if (request.flag("count")) {
            body.put("total", count.getAsLong());
        }
        ApiResponse response = ApiResponse.ok(body);
        return cursor.map(next -> response.with("link", "<" + request.nextPage(next) + ">; rel=\"next\""))
                .orElse(response);
    }

    private <T> Page<T> read(BiFunction<String, Integer, Page<T>> pages) {
        try {
            return pages.apply(after, limit);
        } catch (IllegalArgumentException e) {
            if (after.isEmpty()) {
                throw e;
            }
            throw noCursor();
        }
    }

    /** The page of a whole list that is in order of its keys. */
    public static <T> Page<T> slice(List<T> all, Function<T, String> key, String after, int limit) {
        List<T> rest = all.stream()
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        boolean more = rest.size() > limit;
        List<T> items = more ? rest.subList(0, limit) : rest;
        return new Page<>(items, more ? Optional.of(key.apply(items.getLast())) : Optional.empty());
    }
}
