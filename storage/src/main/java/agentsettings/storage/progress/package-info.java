/** How far long work on a database is. */
package agentsettings.storage.progress;
