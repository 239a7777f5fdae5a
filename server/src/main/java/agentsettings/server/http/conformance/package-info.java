/** Enforces RFC 9112 on requests where Netty and Vert.x are lenient, before Vert.x sees them. */
package agentsettings.server.http.conformance;
