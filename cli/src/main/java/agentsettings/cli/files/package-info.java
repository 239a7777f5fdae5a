/** The files that options and parameters name. */
package agentsettings.cli.files;
