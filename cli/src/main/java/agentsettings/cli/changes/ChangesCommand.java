package agentsettings.cli.changes;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.TenantOption.TenantConverter;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.client.management.ChangeStream;
import agentsettings.client.management.Changes;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.feed.FeedOutcome.Closed;
import agentsettings.client.management.feed.FeedOutcome.CursorExpired;
import agentsettings.client.management.feed.FeedOutcome.Page;
import agentsettings.client.management.feed.FeedOutcome.Received;
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
                    + " connection is reported and opened again; no change is missed or repeated.",
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
                            + " only (default: start, with --follow latest)")
    private Optional<String> after;

    @Option(
            names = "--cursor-file",
            paramLabel = "FILE",
            converter = CursorFile.Converter.class,
            description = "file that keeps the cursor behind the last change printed; if it exists, begins there")
    private Optional<CursorFile> cursorFile;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> {
            ChangeFilter filter = new ChangeFilter(tenantId, userId);
            Optional<String> begin = begin(client.changes());
            return isEndless ? stream(client.changes(), filter, begin) : list(client.changes(), filter, begin);
        });
    }

    private Optional<String> begin(Changes changes) {
        String begin = cursorFile.flatMap(CursorFile::read).or(() -> after).orElse(isEndless ? LATEST : START);
        return switch (begin) {
            case START -> Optional.empty();
            case LATEST -> Optional.of(changes.end());
            default -> Optional.of(begin);
        };
    }

    private int list(Changes changes, ChangeFilter filter, Optional<String> begin) {
        Optional<String> cursor = begin;
        Consumer<ChangeEvent> printer = output.live(ChangeColumns.in(output.format()));
        long left = limit.max();
        while (left > 0) {
            switch (changes.list(filter, cursor, (int) Math.min(left, PAGE))) {
                case CursorExpired(String detail) -> throw new CommandFailure(detail);
                case Page page -> {
                    page.changes().forEach(printer);
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
        Consumer<ChangeEvent> printer = output.live(ChangeColumns.in(output.format()));
        long left = limit.max();
        try (ChangeStream later = changes.stream(filter, begin)) {
            for (; left > 0; left--) {
                switch (later.next()) {
                    case Received(ChangeEvent event, String cursor) -> {
                        printer.accept(event);
                        keep(cursor);
                    }
                    case CursorExpired(String detail) -> throw new CommandFailure(detail);
                    case Closed() -> throw new IllegalStateException("nobody closes the stream");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
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
