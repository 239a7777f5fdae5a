package agentsettings.server;

import agentsettings.server.health.Readiness;
import agentsettings.server.metrics.Metrics;
import agentsettings.server.observation.ExchangeObserver;

/**
 * How a running service is watched.
 *
 * @param exchanges is to be told of each response
 */
public record Monitoring(ExchangeObserver exchanges, Metrics metrics, Readiness readiness) {}
