/** What both engines have in common: the port to a database, group commit, and batches. */
package agentsettings.storage;
