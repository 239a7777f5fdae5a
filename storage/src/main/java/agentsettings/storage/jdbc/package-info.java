/** The mapping of each table, used by both engines and the copy, and the statements that both engines understand. */
package agentsettings.storage.jdbc;
