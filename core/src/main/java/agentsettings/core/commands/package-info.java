/** What can be done: one file for each command or question, with every way it can turn out. */
package agentsettings.core.commands;
