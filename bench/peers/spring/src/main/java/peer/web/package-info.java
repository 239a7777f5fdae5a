/** The interface over HTTP: requests, answers and refusals. */
package peer.web;
