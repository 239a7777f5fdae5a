/** The configuration: records with their rules, read from a file, the environment and the command line. */
package agentsettings.server.config;
