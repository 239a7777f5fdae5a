/** The operations on the directory: tenant spaces, apps and management keys. */
package agentsettings.management.directory;
