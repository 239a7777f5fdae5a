/** Copies a whole database to the other engine. */
package agentsettings.storage.copy;
