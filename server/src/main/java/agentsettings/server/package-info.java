/** The service, put together. */
package agentsettings.server;
