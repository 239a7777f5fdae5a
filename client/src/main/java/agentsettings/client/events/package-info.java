/** Server-sent events, received over one connection after the other. Knows HTTP, and not what the events mean. */
package agentsettings.client.events;
