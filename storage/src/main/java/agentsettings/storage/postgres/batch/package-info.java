/** Executes commands and queries in batches: locks and reads for all of them together, decides one by one, writes sets of rows. */
package agentsettings.storage.postgres.batch;
