/** The metrics of the service, for Prometheus. */
package agentsettings.server.metrics;
