/** Options that several commands share. */
package agentsettings.cli.options;
