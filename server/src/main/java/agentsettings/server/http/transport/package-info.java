/** How connections are read and written. */
package agentsettings.server.http.transport;
