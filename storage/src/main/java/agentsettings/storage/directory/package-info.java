/** The directory of either engine: tenant spaces, apps, keys and facts, and their tables. */
package agentsettings.storage.directory;
