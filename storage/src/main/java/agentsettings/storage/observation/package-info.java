/** What storage tells of its work to whoever measures it. */
package agentsettings.storage.observation;
