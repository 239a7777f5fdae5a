/** Tables, their columns, and what both engines do with any of them. */
package agentsettings.storage.jdbc;
