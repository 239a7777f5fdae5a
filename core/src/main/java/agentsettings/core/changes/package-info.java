/** What commands change, as it is stored and logged. */
package agentsettings.core.changes;
