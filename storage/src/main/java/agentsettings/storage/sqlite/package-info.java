/** The embedded engine: one SQLite file, one writer, readers beside it. */
package agentsettings.storage.sqlite;
