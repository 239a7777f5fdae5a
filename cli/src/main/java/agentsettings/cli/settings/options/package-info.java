/** The options that say which settings are meant, and what becomes of them. */
package agentsettings.cli.settings.options;
