/** The place where programs start. */
package agentsettings.cli;
