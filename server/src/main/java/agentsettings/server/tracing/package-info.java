/** Traces of requests and batches, sent to a collector of OpenTelemetry. */
package agentsettings.server.tracing;
