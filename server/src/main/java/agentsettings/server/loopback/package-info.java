/** Requests that the service sends to its own port of the vendor's interface. */
package agentsettings.server.loopback;
