package agentsettings.server.tracing;

import agentsettings.server.http.head.RequestHead;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.storage.observation.StorageObserver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Makes a span of each request, continuing the trace that its header {@code traceparent} names, and of each batch of writes. Spans are sent
 * by a thread of their own, and dropped when the collector does not keep up. Safe for use by many threads; nobody waits for a span.
 */
public final class Tracing implements ExchangeObserver, StorageObserver, AutoCloseable {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("http.request.id");
    private static final AttributeKey<String> RETURN_CODE = AttributeKey.stringKey("agentsettings.return_code");
    private static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("agentsettings.batch.size");
    private static final Duration EXPORT_MAX = Duration.ofSeconds(5);
    private static final double PERCENT = 100;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final InstantSource clock;

    /**
     * Begins to trace.
     *
     * @param endpoint the collector's address for spans, over HTTP
     * @param percent the share of requests without a trace of their own, and of batches, that are traced
     */
    public Tracing(String endpoint, int percent, InstantSource clock) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(EXPORT_MAX)
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "agentsettings")))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(percent / PERCENT)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setExporterTimeout(EXPORT_MAX)
                        .build())
                .build();
        this.tracer = provider.get("agentsettings");
        this.clock = clock;
    }

    @Override
    public void finished(FinishedExchange exchange) {
        RequestHead request = exchange.request();
        long end = now();
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, TraceHeaders.GETTER);
        Span span = tracer.spanBuilder(exchange.door().label() + " " + exchange.operation())
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(end - exchange.nanos(), TimeUnit.NANOSECONDS)
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute(METHOD, request.method().name());
            span.setAttribute(STATUS, (long) exchange.status());
            span.setAttribute(REQUEST_ID, request.requestId());
            if (!exchange.code().isEmpty()) {
                span.setAttribute(RETURN_CODE, exchange.code());
            }
            if (exchange.cause() != null) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end(end, TimeUnit.NANOSECONDS);
    }

    @Override
    public void written(int commands, long nanos) {
        long end = now();
        tracer.spanBuilder("write batch")
                .setNoParent()
                .setStartTimestamp(end - nanos, TimeUnit.NANOSECONDS)
                .setAttribute(BATCH_SIZE, (long) commands)
                .startSpan()
                .end(end, TimeUnit.NANOSECONDS);
    }

    private long now() {
        Instant now = clock.instant();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    /** Sends the spans that were not sent yet, for a limited time. */
    @Override
    public void close() {
        var _ = provider.shutdown().join(EXPORT_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }
}
