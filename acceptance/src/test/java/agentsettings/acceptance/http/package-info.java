/**
 * What comes over the socket, however odd, slow or wrong, is answered as the contract says, or its connection is closed in
 * time; the server comes through it unharmed.
 */
package agentsettings.acceptance.http;
