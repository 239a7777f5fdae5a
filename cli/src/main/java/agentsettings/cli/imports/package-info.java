/** The commands about imports. */
package agentsettings.cli.imports;
