/** Holds requests to RFC 9112 where Netty and Vert.x would accept more, before Vert.x sees them. */
package agentsettings.server.http.conformance;
