package agentsettings.server.metrics;

import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.storage.observation.StorageObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The metrics of requests, batches and the JVM. No label has a value that comes from a client. Safe for use by many threads; recording
 * never blocks.
 */
public final class Metrics implements ExchangeObserver, StorageObserver, AutoCloseable {

    private static final Duration[] BATCH_TIMES = millis(0.25, 0.5, 1, 2.5, 5, 10, 25, 100, 500, 2000);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestTimers requests = new RequestTimers(registry);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final DistributionSummary batchSizes = DistributionSummary.builder("agentsettings.storage.batch.size")
            .description("Writes committed in one transaction")
            .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(registry);
    private final Timer batches = timer("agentsettings.storage.batch", "Time to execute and commit a batch of writes");
    private final Timer commits = timer(
            "agentsettings.storage.commit", "Time of the commit of a batch, most of which is the storage's fsync");
    private final Counter failed = failures("nothing-changed");
    private final Counter unknown = failures("unknown");
    private final Counter failedReads = Counter.builder("agentsettings.storage.read.failures")
            .description("Queries for settings that failed")
            .register(registry);

    private final List<Runnable> refreshes = new CopyOnWriteArrayList<>();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
    }

    static Duration[] millis(double... millis) {
        Duration[] durations = new Duration[millis.length];
        for (int i = 0; i < millis.length; i++) {
            durations[i] = Duration.ofNanos(Math.round(millis[i] * 1_000_000));
        }
        return durations;
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BATCH_TIMES)
                .register(registry);
    }

    private Counter failures(String outcome) {
        return Counter.builder("agentsettings.storage.failures")
                .description("Batches of writes that failed, by what is known of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Adds a gauge, whose value is asked for whenever the metrics are read. */
    public void gauge(String name, String description, Tags tags, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Adds a counter, whose value is asked for whenever the metrics are read. */
    public void counter(String name, String description, Tags tags, LongSupplier value) {
        FunctionCounter.builder(name, value, LongSupplier::getAsLong)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** Adds a gauge for each value of a label, which are asked for together whenever the metrics are read; none while that fails. */
    public void gauges(String name, String description, String label, Supplier<Map<String, Long>> values) {
        MultiGauge gauges = MultiGauge.builder(name).description(description).register(registry);
        refreshes.add(() -> gauges.register(rows(label, values), true));
    }

    private static List<MultiGauge.Row<?>> rows(String label, Supplier<Map<String, Long>> values) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        try {
            values.get().forEach((value, count) -> rows.add(MultiGauge.Row.of(Tags.of(label, value), count)));
        } catch (RuntimeException unknown) { // the storage, whose failures are measured elsewhere
            rows.clear();
        }
        return rows;
    }

    @Override
    public void finished(FinishedExchange exchange) {
        requests.of(exchange).record(exchange.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void written(int commands, long nanos) {
        batchSizes.record(commands);
        batches.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void committed(long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void failed() {
        failed.increment();
    }

    @Override
    public void outcomeUnknown() {
        unknown.increment();
    }

    @Override
    public void readFailed() {
        failedReads.increment();
    }

    /** All metrics in the text format of Prometheus. */
    public String text() {
        refreshes.forEach(Runnable::run);
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
