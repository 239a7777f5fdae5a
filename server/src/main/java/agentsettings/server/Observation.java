package agentsettings.server;

import agentsettings.core.store.Store;
import agentsettings.server.backup.BackupSchedule;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.config.TracingConfig;
import agentsettings.server.health.Readiness;
import agentsettings.server.http.limits.ConnectionLimits;
import agentsettings.server.metrics.Metrics;
import agentsettings.server.metrics.ServiceGauges;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange.Door;
import agentsettings.server.observation.RequestLog;
import agentsettings.server.recording.RequestRecorder;
import agentsettings.server.tracing.Tracing;
import agentsettings.storage.observation.StorageObserver;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What observes the requests and the storage of a service: the log; the metrics, if there is a management interface to read them from; and
 * traces, if there is a collector. No class of a library is loaded for what there is not. Safe for use by many threads.
 */
final class Observation implements AutoCloseable {

    private final RequestLog log;

    /** Null without a management interface. */
    private final Metrics metrics;

    /** Null unless there is a collector to send traces to. */
    private final Tracing tracing;

    private final RequestRecorder recorder;

    private Observation(RequestLog log, Metrics metrics, Tracing tracing, InstantSource clock) {
        this.log = log;
        this.recorder = new RequestRecorder(clock, System::nanoTime);
        this.metrics = metrics;
        this.tracing = tracing;
    }

    static Observation start(ServerConfig config, InstantSource clock) {
        RequestLog log =
                new RequestLog(config.http().logRequests(), config.log().slowRequests());
        TracingConfig tracing = config.tracing();
        return new Observation(
                log,
                config.management().port().isPresent() ? new Metrics() : null,
                tracing.endpoint().isEmpty() ? null : new Tracing(tracing.endpoint(), tracing.percent(), clock),
                clock);
    }

    ExchangeObserver exchanges() {
        List<ExchangeObserver> observers = new ArrayList<>(List.of(log));
        if (metrics != null) {
            observers.add(metrics);
        }
        if (tracing != null) {
            observers.add(tracing);
        }
        return ExchangeObserver.all(observers);
    }

    /** Keeps requests to the vendor's interface while somebody looks at them, which takes a management interface. */
    RequestRecorder recorder() {
        return recorder;
    }

    StorageObserver storage() {
        List<StorageObserver> observers = new ArrayList<>();
        if (metrics != null) {
            observers.add(metrics);
        }
        if (tracing != null) {
            observers.add(tracing);
        }
        return StorageObserver.all(observers);
    }

    /** What the management interface tells of the service. */
    Monitoring monitoring(Readiness readiness) {
        return new Monitoring(exchanges(), metrics, readiness, recorder);
    }

    /** Begins to measure the store's queue, and whether the service is ready. */
    void observe(Store store, int queueMax, Readiness readiness) {
        if (metrics != null) {
            ServiceGauges.observe(metrics, store, queueMax, readiness);
        }
    }

    /** Begins to measure the backups that the service makes. */
    void observe(BackupSchedule backups) {
        if (metrics != null) {
            ServiceGauges.observeBackups(metrics, backups::lastSuccess, backups::failures);
        }
    }

    /** Begins to count an interface's connections. */
    void observe(Door door, ConnectionLimits connections) {
        if (metrics != null) {
            ServiceGauges.observe(metrics, door, connections);
        }
    }

    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
        }
        if (tracing != null) {
            tracing.close();
        }
    }
}
