/** Executes batches of commands on the SQLite file, each in one transaction. */
package agentsettings.storage.sqlite.batch;
