package agentsettings.server;

import agentsettings.core.store.Store;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.health.Readiness;
import agentsettings.server.http.ConnectionLimits;
import agentsettings.server.metrics.Metrics;
import agentsettings.server.metrics.ServiceGauges;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.FinishedExchange.Door;
import agentsettings.server.observation.RequestLog;
import agentsettings.storage.observation.StorageObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * What observes the requests and the storage of a service: the log, and if there is a management interface to read them from, the metrics.
 * Without one, no class of the metrics' library is loaded. Safe for use by many threads.
 */
final class Observation implements AutoCloseable {

    private final RequestLog log;

    /** Null without a management interface. */
    private final Metrics metrics;

    private Observation(RequestLog log, Metrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    static Observation start(ServerConfig config) {
        RequestLog log =
                new RequestLog(config.http().logRequests(), config.log().slowRequests());
        return new Observation(log, config.management().port().isPresent() ? new Metrics() : null);
    }

    ExchangeObserver exchanges() {
        List<ExchangeObserver> observers = new ArrayList<>(List.of(log));
        if (metrics != null) {
            observers.add(metrics);
        }
        return ExchangeObserver.all(observers);
    }

    StorageObserver storage() {
        return metrics == null ? StorageObserver.NONE : metrics;
    }

    /** What the management interface tells of the service. */
    Monitoring monitoring(Readiness readiness) {
        return new Monitoring(exchanges(), metrics, readiness);
    }

    /** Begins to measure the store's queue, and whether the service is ready. */
    void observe(Store store, int queueMax, Readiness readiness) {
        if (metrics != null) {
            ServiceGauges.observe(metrics, store, queueMax, readiness);
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
    }
}
