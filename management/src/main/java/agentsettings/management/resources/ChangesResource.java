package agentsettings.management.resources;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.store.ChangeFeed;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.ChangeJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The feed of changes. A page reads a limited number of changes, of whatever tenant space. Safe for use by many threads. */
public final class ChangesResource {

    private static final int LIMIT_DEFAULT = 100;

    private final ChangeFeed feed;

    public ChangesResource(ChangeFeed feed) {
        this.feed = feed;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("listChanges", this::list);
    }

    private ApiResponse list(ApiRequest request) {
        FeedCursor after =
                request.parameter("after").map(ChangesResource::cursor).orElseGet(feed::start);
        int limit = request.parameter("limit").map(Integer::parseInt).orElse(LIMIT_DEFAULT);
        return switch (feed.read(after, limit)) {
            case FeedPage.Expired() ->
                throw new ProblemException(
                        ProblemType.CURSOR_EXPIRED,
                        "Changes behind this cursor have been removed, or it is of another database. Read the records"
                                + " and follow the changes from the beginning.");
            case FeedPage.Changes(FeedCursor from, List<FeedEntry> entries) -> page(request, from, entries);
        };
    }

    private static FeedCursor cursor(String text) {
        return FeedCursor.parse(text)
                .orElseThrow(() ->
                        ProblemException.invalid(List.of(Fault.ofParameter("after", "is not a cursor of the feed."))));
    }

    /** Always has a next page, which holds what happens from now on. */
    private static ApiResponse page(ApiRequest request, FeedCursor from, List<FeedEntry> entries) {
        ObjectNode body = ApiJson.object();
        ArrayNode items = body.putArray("items");
        FeedCursor next = from;
        for (FeedEntry entry : entries) {
            next = next.after(entry.number());
            Optional<LoggedChange> change = entry.change().filter(logged -> isRequested(request, logged));
            if (change.isPresent()) {
                items.add(ChangeJson.event(change.get(), next.toString()));
            }
        }
        body.put("next", next.toString());
        return ApiResponse.ok(body).with("link", "<" + request.nextPage(next.toString()) + ">; rel=\"next\"");
    }

    private static boolean isRequested(ApiRequest request, LoggedChange change) {
        return request.key().hasAccessTo(change.user().tenantId())
                && request.parameter("tenant")
                        .filter(tenant -> !tenant.equals(change.user().tenantId()))
                        .isEmpty()
                && request.parameter("user")
                        .filter(user -> !user.equals(change.user().userId()))
                        .isEmpty();
    }
}
