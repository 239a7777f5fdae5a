/** What can be asked of the records that are stored, and what they are then. */
package agentsettings.core.queries;
