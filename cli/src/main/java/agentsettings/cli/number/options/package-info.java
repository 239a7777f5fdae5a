/** Options of commands on allotted numbers. */
package agentsettings.cli.number.options;
