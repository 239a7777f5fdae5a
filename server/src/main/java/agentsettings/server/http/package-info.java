/** The way of a request from the socket to its route and of the answer back: limits, deadlines, one place for failures. */
package agentsettings.server.http;
