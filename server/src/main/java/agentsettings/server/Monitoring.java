package agentsettings.server;

import agentsettings.server.health.Readiness;
import agentsettings.server.metrics.Metrics;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.recording.RequestRecorder;

/**
 * How a running service is watched.
 *
 * @param exchanges is to be told of each response
 * @param recorder keeps requests to the vendor's interface while somebody looks at them
 */
public record Monitoring(ExchangeObserver exchanges, Metrics metrics, Readiness readiness, RequestRecorder recorder) {}
