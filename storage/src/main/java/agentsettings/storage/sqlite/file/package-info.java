/** The data folder and the database file in it: their paths, locks, connections. */
package agentsettings.storage.sqlite.file;
