/** The HTTP interface: requests, responses and failures. */
package peer.web;
