/** Verifies what a database holds: each table by itself, and against the others. */
package agentsettings.storage.verify;
