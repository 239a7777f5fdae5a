/** The commands about apps. */
package agentsettings.cli.app;
