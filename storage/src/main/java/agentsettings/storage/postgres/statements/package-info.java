/** Statements that write sets of rows, and their parameters. */
package agentsettings.storage.postgres.statements;
