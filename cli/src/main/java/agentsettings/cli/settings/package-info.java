/** The commands about the settings of users and their history. */
package agentsettings.cli.settings;
