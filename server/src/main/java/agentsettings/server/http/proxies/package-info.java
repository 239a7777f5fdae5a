/** The PROXY protocol, by which a proxy tells its client before the first byte of a connection. */
package agentsettings.server.http.proxies;
