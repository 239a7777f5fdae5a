package agentsettings.server.metrics;

import agentsettings.core.store.Store;
import agentsettings.server.health.Readiness;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.observation.FinishedExchange.Door;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Measures what is asked for whenever the metrics are read: the queue of writes, connections, readiness. Stateless. */
public final class ServiceGauges {

    /** Begins to measure the store's queue, and whether the service is ready. */
    public static void observe(Metrics metrics, Store store, int queueMax, Readiness readiness) {
        metrics.gauge("agentsettings.storage.queue", "Writes that wait to be executed", Tags.empty(), store::queued);
        metrics.gauge("agentsettings.storage.queue.max", "Writes that the queue holds", Tags.empty(), () -> queueMax);
        metrics.gauge(
                "agentsettings.ready",
                "1 if the service is ready to serve, otherwise 0",
                Tags.empty(),
                () -> readiness.isReady() ? 1 : 0);
    }

    /** Begins to count an interface's connections. */
    public static void observe(Metrics metrics, Door door, ConnectionLimits connections) {
        Tags ofDoor = Tags.of("interface", door.label());
        for (ConnectionLimits.State state : ConnectionLimits.State.values()) {
            metrics.gauge(
                    "agentsettings.connections",
                    "Open connections, counted four times a second",
                    ofDoor.and("state", state.name().toLowerCase(Locale.ROOT)),
                    () -> connections.count(state));
        }
        metrics.counter(
                "agentsettings.connections.refused",
                "Connections that were closed at once, because too many were open",
                ofDoor,
                connections::refused);
    }

    /** Begins to measure the backups that the service makes. */
    public static void observeBackups(Metrics metrics, Supplier<Optional<Instant>> lastSuccess, LongSupplier failures) {
        metrics.gauge(
                "agentsettings.backup.last.success.timestamp.seconds",
                "When the newest backup was begun, in seconds since 1970; 0 if there is none",
                Tags.empty(),
                () -> lastSuccess.get().map(Instant::getEpochSecond).orElse(0L));
        metrics.counter("agentsettings.backup.failures", "Backups that failed", Tags.empty(), failures);
    }

    private ServiceGauges() {}
}
