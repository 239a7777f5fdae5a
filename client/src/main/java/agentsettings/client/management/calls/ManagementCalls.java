package agentsettings.client.management.calls;

import agentsettings.client.ClientConfig;
import agentsettings.client.events.EventSource;
import agentsettings.client.http.Backoff;
import agentsettings.client.http.HttpSender;
import agentsettings.client.http.Operation;
import agentsettings.client.http.Pause;
import agentsettings.client.http.Redaction;
import agentsettings.client.http.RetryLoop;
import agentsettings.client.management.json.ApiReplyReader;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.core.apps.ManagementKeyText;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Sends requests with a management key. Thread-safe. */
public final class ManagementCalls implements AutoCloseable {

    /** More than a page of a thousand changes has, each with the longest values. In bytes. */
    private static final long RESPONSE_MAX = 32L * 1024 * 1024;

    private static final long UPLOAD_BYTES_PER_SECOND = 64 * 1024;

    private final ClientConfig config;
    private final ManagementKeyText key;
    private final Redaction redaction;
    private final Pause pause;
    private final Backoff backoff;
    private final RetryLoop retries;
    private final HttpSender sender;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public ManagementCalls(
            ClientConfig config, ManagementKeyText key, InstantSource clock, RandomGenerator random, Pause pause) {
        this.config = config;
        this.key = key;
        this.redaction = new Redaction(List.of(key.reveal(), key.secret()));
        this.pause = pause;
        this.backoff = new Backoff(config, random);
        this.retries = new RetryLoop(config, clock, random, pause);
        this.sender = new HttpSender(config, RESPONSE_MAX);
    }

    /**
     * Makes the call.
     *
     * @throws agentsettings.client.ClientException if there is no outcome
     */
    public <T> T execute(ManagementCall<T> call) {
        requireOpen();
        HttpRequest request = request(call);
        ApiReplyReader<T> reader = new ApiReplyReader<>(call.decoder(), call.isRemembered(), redaction);
        return retries.run(
                new Operation(call.name(), call.effect()),
                deadline -> sender.send(request, deadline.remaining(config.requestTimeout()), redaction, reader::read));
    }

    /**
     * Makes the call, whose request is so long that it may take longer than others: as much more as it takes at
     * {@value #UPLOAD_BYTES_PER_SECOND} bytes a second.
     *
     * @throws agentsettings.client.ClientException if there is no outcome
     */
    public <T> T upload(ManagementCall<T> call, long bytes) {
        requireOpen();
        HttpRequest request = request(call);
        ApiReplyReader<T> reader = new ApiReplyReader<>(call.decoder(), call.isRemembered(), redaction);
        Duration more = Duration.ofSeconds(bytes / UPLOAD_BYTES_PER_SECOND);
        return retries.withMoreTime(more)
                .run(
                        new Operation(call.name(), call.effect()),
                        deadline -> sender.send(
                                request,
                                deadline.remaining(config.requestTimeout().plus(more)),
                                redaction,
                                reader::read));
    }

    /** Makes the call, whose outcome is the body as a stream. */
    public InputStream open(ManagementCall<InputStream> call) {
        requireOpen();
        HttpRequest request = request(call);
        ApiReplyReader<InputStream> reader = new ApiReplyReader<>(call.decoder(), false, redaction);
        return retries.run(
                new Operation(call.name(), call.effect()),
                deadline -> sender.open(request, deadline.remaining(config.requestTimeout()), redaction, reader::read));
    }

    /** Returns the events that the call's body is made of, over one connection after the other. */
    public EventSource events(ManagementCall<InputStream> call) {
        ApiReplyReader<InputStream> reader = new ApiReplyReader<>(call.decoder(), false, redaction);
        return new EventSource(
                call.name(),
                last -> sender.open(request(call.afterEvent(last)), config.requestTimeout(), redaction, reader::read),
                backoff,
                pause,
                config.attemptsMax());
    }

    /** Starts a thread that is interrupted when the client is closed. */
    public Thread start(Runnable task) {
        Thread thread = Thread.ofVirtual().name("agentsettings-changes").unstarted(() -> {
            try {
                task.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        requireOpen();
        thread.start();
        return thread;
    }

    private void requireOpen() {
        if (pause.isEnded()) {
            throw new IllegalStateException("the client is closed");
        }
    }

    private HttpRequest request(ManagementCall<?> call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        config.resolve(call.path().toString()))
                .method(call.method(), call.body())
                .header("Authorization", "Bearer " + key.reveal());
        call.headers().forEach(request::header);
        return request.build();
    }

    /** Returns all items of a list, a page at a time: the next page is read when an item of it is wanted. */
    public <T> Stream<T> stream(Function<Paging, ListPage<T>> list) {
        Paging first = Paging.first(Paging.LIMIT_MAX);
        return StreamSupport.stream(new PageSpliterator<>(list, first), false);
    }

    public String newIdempotencyKey() {
        return retries.newIdempotencyKey();
    }

    /** Returns the path of a page of a list. */
    public static ResourcePath page(ResourcePath list, Paging paging) {
        return list.with("limit", Optional.of(paging.limit()))
                .with("after", paging.after())
                .with("count", paging.isCounted() ? Optional.of(true) : Optional.empty());
    }

    /** Lets no other attempt begin, ends the threads, waits for those under way, and closes the connections. */
    @Override
    public void close() {
        pause.end();
        threads.forEach(Thread::interrupt);
        sender.close();
    }
}
