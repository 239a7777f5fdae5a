/** How the client reads and writes the JSON of the management interface. */
package agentsettings.client.management.json;
