/** Who may call: apps, their secrets and their tokens. */
package agentsettings.server.security;
