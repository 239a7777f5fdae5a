/** Requests and responses of the management interface as values: conditions, pages, content types and cursors. */
package agentsettings.management.exchange;
