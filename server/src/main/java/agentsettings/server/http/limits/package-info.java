/** The limits of connections. */
package agentsettings.server.http.limits;
