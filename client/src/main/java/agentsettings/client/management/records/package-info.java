/** The records of the management interface as its client sees them, and the outcomes of operations on them. */
package agentsettings.client.management.records;
