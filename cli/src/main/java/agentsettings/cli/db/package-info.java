/** The commands about the database itself. */
package agentsettings.cli.db;
