/** The commands and the query: one file each, with all outcomes. */
package agentsettings.core.commands;
