/** Lists, searches and histories of the records of either engine, for the management interface and the command line. */
package agentsettings.storage.records;
