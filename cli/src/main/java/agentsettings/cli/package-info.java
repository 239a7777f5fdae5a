/** The command line: the program, and the commands that run the service. */
package agentsettings.cli;
