/** The commands of the bench. */
package agentsettings.bench;
