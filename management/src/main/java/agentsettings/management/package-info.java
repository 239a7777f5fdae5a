/** The management interface over HTTP: its door, and the table of its operations. */
package agentsettings.management;
