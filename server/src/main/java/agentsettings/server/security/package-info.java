/** Authentication of requests: apps, their secrets, tokens, signing keys and rate limits. */
package agentsettings.server.security;
