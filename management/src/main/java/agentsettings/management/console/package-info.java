/** The web console: its files, and the sessions of those who are signed in. It uses the management interface as any client does. */
package agentsettings.management.console;
