/** TLS: the certificate files of a port, their reloading, and the handshake of each connection. */
package agentsettings.server.http.tls;
