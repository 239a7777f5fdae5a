package agentsettings.cli.changes;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.TenantOption.TenantConverter;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.ChangeStream;
import agentsettings.client.management.Changes;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.feed.FeedOutcome.Closed;
import agentsettings.client.management.feed.FeedOutcome.CursorExpired;
import agentsettings.client.management.feed.FeedOutcome.OfNext;
import agentsettings.client.management.feed.FeedOutcome.Page;
import agentsettings.client.management.feed.FeedOutcome.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the changes of users and settings, or follows them until it is ended. */
@Command(
        name = "changes",
        description = {
            "Lists the changes of users and settings in the order of the feed, or follows them until Ctrl-C. A lost"
                    + " connection is reported and opened again, and a service that does not run yet is waited for; no change"
                    + " is missed or repeated.",
            "With --output json each line is a CloudEvent."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings changes --tenant 202205116084",
            "  agentsettings changes --follow --output json --cursor-file seen"
        })
public final class ChangesCommand implements Callable<Integer> {

    private static final String START = "start";
    private static final String LATEST = "latest";
    private static final int PAGE = 1000;
    private static final Duration KEEP_INTERVAL = Duration.ofSeconds(1);

    @Mixin
    private ServiceOptions service;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            converter = TenantConverter.class,
            description = "only the changes in this tenant space")
    private Optional<String> tenantId;

    @Option(names = "--user-id", paramLabel = "ID", description = "only the changes of users with this USER_ID")
    private Optional<String> userId;

    @Option(names = "--follow", description = "waits for later changes")
    private boolean isEndless;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            converter = CursorConverter.class,
            description =
                    "where to begin: a cursor, start for the first change that is kept, or latest for later changes"
                            + " only (default: start, with --follow latest); a cursor file that exists is used instead")
    private Optional<String> after;

    @Option(
            names = "--cursor-file",
            paramLabel = "FILE",
            converter = CursorFile.Converter.class,
            description =
                    "file that keeps the cursor behind the last change printed, and behind what the filter left out;"
                            + " if it exists, begins there")
    private Optional<CursorFile> cursorFile;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> {
            ChangeFilter filter = new ChangeFilter(tenantId, userId);
            requireExactCursor(filter);
            Optional<String> begin = begin(client.changes());
            return isEndless ? stream(client.changes(), filter, begin) : list(client.changes(), filter, begin);
        });
    }

    /** The cursor of a page is behind all of it, also behind what is not printed. */
    private void requireExactCursor(ChangeFilter filter) {
        if (limit.isGiven() && !isEndless && cursorFile.isPresent() && !filter.equals(ChangeFilter.ALL)) {
            throw CommandFailure.ofUsage(
                    List.of("--limit: must not be given together with --cursor-file and --tenant or --user-id, except"
                            + " with --follow."));
        }
    }

    private Optional<String> begin(Changes changes) {
        String begin = cursorFile.flatMap(CursorFile::read).or(() -> after).orElse(isEndless ? LATEST : START);
        return switch (begin) {
            case START -> Optional.empty();
            case LATEST -> Optional.of(isEndless ? changes.awaitEnd() : changes.end());
            default -> Optional.of(begin);
        };
    }

    private int list(Changes changes, ChangeFilter filter, Optional<String> begin) {
        Optional<String> cursor = begin;
        Consumer<ChangeEvent> printer = printer();
        long left = limit.max();
        while (left > 0) {
            long wanted = cursorFile.isPresent() ? Math.min(left, PAGE) : PAGE; // counts what the filter leaves out
            switch (changes.list(filter, cursor, (int) wanted)) {
                case CursorExpired(String detail) -> throw expired(detail);
                case Page page -> {
                    page.changes().stream().limit(left).forEach(printer);
                    left -= page.changes().size();
                    keep(page.next());
                    if (cursor.filter(page.next()::equals).isPresent()) {
                        return 0;
                    }
                    cursor = Optional.of(page.next());
                }
            }
        }
        return 0;
    }

    private int stream(Changes changes, ChangeFilter filter, Optional<String> begin) {
        begin.ifPresent(this::keep);
        Consumer<ChangeEvent> printer = printer();
        long left = limit.max();
        try (ChangeStream later = changes.stream(filter, begin)) {
            while (left > 0) {
                Optional<OfNext> next = later.next(KEEP_INTERVAL);
                if (next.isPresent()) {
                    printer.accept(received(next.get()));
                    left--;
                }
                later.cursor().ifPresent(this::keep);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** An event is printed as the service sent it. */
    private Consumer<ChangeEvent> printer() {
        return output.format() == OutputFormat.JSON
                ? event -> output.line(event.json())
                : output.live(ChangeColumns.CHANGE);
    }

    private ChangeEvent received(OfNext next) {
        return switch (next) {
            case Received received -> received.event();
            case CursorExpired(String detail) -> throw expired(detail);
            case Closed() -> throw new IllegalStateException("nobody closes the stream");
        };
    }

    private CommandFailure expired(String detail) {
        return new CommandFailure(detail
                + cursorFile
                        .map(file -> " Delete " + file + ", and read the records again.")
                        .orElse(""));
    }

    private void keep(String cursor) {
        cursorFile.ifPresent(file -> file.write(cursor));
    }

    /** Takes a cursor. */
    static final class CursorConverter extends CheckedText {
        CursorConverter() {
            super(CursorFile::fault);
        }
    }
}
