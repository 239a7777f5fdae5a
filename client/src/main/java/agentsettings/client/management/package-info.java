/**
 * A client of the management interface: a class for each resource, and how their requests are sent. The records are in
 * {@code records}, and how they are read and written in {@code json}.
 */
package agentsettings.client.management;
