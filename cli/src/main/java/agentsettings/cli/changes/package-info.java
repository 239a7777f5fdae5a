/** The command that lists and follows the changes. */
package agentsettings.cli.changes;
