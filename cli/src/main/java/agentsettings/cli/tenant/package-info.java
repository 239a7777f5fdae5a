/** The commands about tenant spaces. */
package agentsettings.cli.tenant;
