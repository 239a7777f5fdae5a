/**
 * The HTTP layer: connections, limits, deadlines and valid HTTP, for any {@link agentsettings.server.http.Door}. It knows no interface,
 * no caller and no form of failure.
 */
package agentsettings.server.http;
