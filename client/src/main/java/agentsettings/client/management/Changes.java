package agentsettings.client.management;

import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.events.EventSource;
import agentsettings.client.management.calls.ManagementCall;
import agentsettings.client.management.calls.ManagementCalls;
import agentsettings.client.management.calls.ResourcePath;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.feed.FeedOutcome.CursorExpired;
import agentsettings.client.management.feed.FeedOutcome.OfPage;
import agentsettings.client.management.feed.FeedOutcome.Page;
import agentsettings.client.management.json.ChangeMapper;
import agentsettings.client.management.json.Json;
import agentsettings.client.management.json.ReplyDecoder;
import agentsettings.client.management.records.Paging;
import java.io.InputStream;
import java.util.Optional;

/**
 * The feed of all changes: it misses none and repeats none, and the changes of one record come in their order. Its
 * methods throw as those of {@link ManagementClient} do. Thread-safe.
 */
public final class Changes {

    private static final System.Logger LOG = System.getLogger(Changes.class.getName());
    private static final int SERVER_ERRORS_FROM = 500;
    private static final ResourcePath CHANGES = ResourcePath.of("changes");
    private static final ReplyDecoder<Page> PAGE = ReplyDecoder.of(
            "200",
            json -> new Page(Json.elements(json.required("items"), ChangeMapper::event), Json.text(json, "next")));

    private final ManagementCalls calls;

    Changes(ManagementCalls calls) {
        this.calls = calls;
    }

    /** Returns the cursor of the feed's end, behind all changes that were acknowledged before. */
    public String end() {
        ResourcePath path = CHANGES.with("limit", Optional.of(1)).with("after", Optional.of("latest"));
        return calls.execute(ManagementCall.get("find the end of changes", path, PAGE))
                .next();
    }

    /**
     * Returns the same, and waits for a service that can't be reached or is not available, however long that takes. Of
     * several failures the first is logged.
     *
     * @throws ServiceUnavailableException if the service responds with something else, or the thread is interrupted
     */
    public String awaitEnd() {
        boolean isLost = false;
        while (true) {
            try {
                String end = end();
                if (isLost) {
                    LOG.log(System.Logger.Level.INFO, "find the end of changes: connected");
                }
                return end;
            } catch (ServiceUnavailableException e) {
                boolean isOtherService = e.details().status().orElse(SERVER_ERRORS_FROM) < SERVER_ERRORS_FROM;
                if (isOtherService || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.log(
                        isLost ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                        e.details().operation() + ": cannot connect, trying again: "
                                + e.details().description());
                isLost = true;
            }
        }
    }

    /**
     * Returns the next changes.
     *
     * @param after a cursor, empty for the first changes that are kept
     * @param limit the maximum number of changes, 1 to {@value Paging#LIMIT_MAX}, of which the filter leaves out some
     */
    public OfPage list(ChangeFilter filter, Optional<String> after, int limit) {
        ResourcePath path = path(filter)
                .with("limit", Optional.of(Paging.first(limit).limit()))
                .with("after", after);
        ReplyDecoder<OfPage> decoder = reply -> reply.problem()
                .filter(problem -> problem.code().equals(ChangeStream.CURSOR_EXPIRED))
                .<OfPage>map(problem -> new CursorExpired(problem.detail()))
                .or(() -> PAGE.decode(reply));
        return calls.execute(ManagementCall.get("list changes", path, decoder));
    }

    /**
     * Returns a stream of these changes, which goes on for ever. It connects on a thread of its own.
     *
     * @param after a cursor, empty for the first changes that are kept
     */
    public ChangeStream stream(ChangeFilter filter, Optional<String> after) {
        if (!after.map(EventSource::isId).orElse(true)) {
            throw new IllegalArgumentException("after: is not a cursor of the feed");
        }
        ManagementCall<InputStream> call = ManagementCall.get("stream changes", path(filter), _ -> Optional.empty());
        return ChangeStream.open(calls.events(call.accepting("text/event-stream")), after, calls::start);
    }

    private static ResourcePath path(ChangeFilter filter) {
        return CHANGES.with("tenant", filter.tenantId()).with("user", filter.userId());
    }
}
