package agentsettings.management.feed;

import agentsettings.core.feed.FeedCursor;
import agentsettings.core.feed.FeedEntry;
import agentsettings.core.feed.FeedPage;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.users.UserKey;
import agentsettings.management.exchange.ApiHandler;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.exchange.ApiRequest;
import agentsettings.management.exchange.ApiResponse;
import agentsettings.management.problems.Fault;
import agentsettings.management.problems.NotFound;
import agentsettings.management.problems.ProblemException;
import agentsettings.management.problems.ProblemType;
import agentsettings.management.records.ChangeJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The feed of changes, by pages or as a stream of events. Safe for use by many threads. */
public final class ChangesResource {

    private static final String EVENT_STREAM = "text/event-stream";
    private static final String LATEST = "latest";
    private static final int LIMIT_DEFAULT = 100;

    private final ChangeFeed feed;

    public ChangesResource(ChangeFeed feed) {
        this.feed = feed;
    }

    public Map<String, ApiHandler> handlers() {
        return Map.of("listChanges", this::list);
    }

    private ApiResponse list(ApiRequest request) {
        Predicate<LoggedChange> filter = filter(request);
        int limit = request.parameter("limit").map(Integer::parseInt).orElse(LIMIT_DEFAULT);
        FeedCursor after = cursor(request);
        FeedPage.Changes first = read(after, limit);
        if (request.accepted().equals(EVENT_STREAM)) {
            return ApiResponse.endless(
                    EVENT_STREAM, out -> new EventStream(feed, filter, out, EventStream.LIFE_MAX).write(first));
        }
        ObjectNode body = ApiJson.object();
        ArrayNode items = body.putArray("items");
        FeedCursor next = after;
        for (FeedEntry entry : first.entries()) {
            entry.change().filter(filter).ifPresent(change -> items.add(ChangeJson.event(change, after.epoch())));
            next = next.after(entry.number());
        }
        body.put("next", next.toString());
        return ApiResponse.ok(body).with("link", "<" + request.nextPage(next.toString()) + ">; rel=\"next\"");
    }

    private FeedPage.Changes read(FeedCursor after, int limit) {
        return switch (feed.read(after, limit)) {
            case FeedPage.Changes changes -> changes;
            case FeedPage.Expired() ->
                throw new ProblemException(
                        ProblemType.CURSOR_EXPIRED,
                        "Changes behind this cursor are no longer kept, or the database is another one. Read the records"
                                + " again, then follow from after=latest.");
        };
    }

    /** Where a client goes on that has lost its stream is said by the header, which then counts more. */
    private FeedCursor cursor(ApiRequest request) {
        Optional<String> lastEvent = request.parameter("Last-Event-ID");
        Optional<String> text = lastEvent.or(() -> request.parameter("after"));
        if (text.isEmpty()) {
            return request.parameter("last")
                    .map(Long::parseLong)
                    .map(this::beforeEnd)
                    .orElseGet(feed::start);
        }
        return text.get().equals(LATEST)
                ? feed.end()
                : FeedCursor.parse(text.get())
                        .orElseThrow(() -> ProblemException.invalid(List.of(Fault.ofParameter(
                                lastEvent.isPresent() ? "Last-Event-ID" : "after", "is not a cursor of the feed."))));
    }

    /** The cursor so many changes of each node before the end, but not before the first change that is kept. */
    private FeedCursor beforeEnd(long count) {
        FeedCursor cursor = feed.start();
        for (Map.Entry<Integer, Long> end : feed.end().seen().entrySet()) {
            int node = end.getKey();
            long sequence = end.getValue() - count;
            if (sequence > cursor.seenOf(node)) {
                cursor = cursor.after(node, sequence);
            }
        }
        return cursor;
    }

    /** A key of one tenant space sees the changes of that alone. */
    private static Predicate<LoggedChange> filter(ApiRequest request) {
        Optional<String> tenantId = request.parameter("tenant");
        if (tenantId.isPresent() && !request.key().hasAccessTo(tenantId.get())) {
            throw NotFound.tenant();
        }
        Optional<String> userId = request.parameter("user");
        return change -> {
            UserKey user = change.user();
            return request.key().hasAccessTo(user.tenantId())
                    && tenantId.map(user.tenantId()::equals).orElse(true)
                    && userId.map(user.userId()::equals).orElse(true);
        };
    }
}
