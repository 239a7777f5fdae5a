/** Calls of the management interface: a request, the pages of a list, and how both are sent. */
package agentsettings.client.management.calls;
