/**
 * The Java client of the service: what both of its interfaces have in common, which is the configuration and the ways a
 * call can fail. Each interface has a package of its own.
 */
package agentsettings.client;
