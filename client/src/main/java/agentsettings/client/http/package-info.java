/** Attempts, their limits and their repetition. Knows HTTP, and neither of the service's interfaces. */
package agentsettings.client.http;
