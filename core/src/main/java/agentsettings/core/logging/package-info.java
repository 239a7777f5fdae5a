/** How often a line of the log may repeat. */
package agentsettings.core.logging;
