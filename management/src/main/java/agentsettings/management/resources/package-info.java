/** The resources of the management interface, each with its operations. */
package agentsettings.management.resources;
