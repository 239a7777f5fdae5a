/** Jobs in the database of either engine. */
package agentsettings.storage.jobs;
