/** The records of the management interface in JSON and CSV: how bodies are read, and how responses are written. */
package agentsettings.management.records;
