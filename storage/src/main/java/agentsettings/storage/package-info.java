/** What both engines have in common, and the port to a database. */
package agentsettings.storage;
