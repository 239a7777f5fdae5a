/** The process's log: one line for each record on standard error, without ever making a thread wait. */
package agentsettings.cli.logging;
