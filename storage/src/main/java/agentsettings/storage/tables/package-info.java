/** The mapping of each table, used by both engines and the copy. */
package agentsettings.storage.tables;
