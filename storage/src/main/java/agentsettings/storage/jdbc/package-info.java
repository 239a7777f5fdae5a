/** How rows spell values, and the statements that every engine takes as they are. */
package agentsettings.storage.jdbc;
