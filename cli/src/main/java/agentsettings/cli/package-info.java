/** The command line: one class for each command. */
package agentsettings.cli;
