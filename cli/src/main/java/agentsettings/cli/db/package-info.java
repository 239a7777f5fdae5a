/** The commands about the database itself, and the options that say which. */
package agentsettings.cli.db;
