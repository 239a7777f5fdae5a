/** Whether the service is ready to serve. */
package agentsettings.server.health;
