/** The commands about allotted numbers. */
package agentsettings.cli.number;
