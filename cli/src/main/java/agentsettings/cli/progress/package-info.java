/** How commands show that long work goes on. */
package agentsettings.cli.progress;
