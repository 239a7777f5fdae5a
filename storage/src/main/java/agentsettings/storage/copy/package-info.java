/** The way of a whole database from one engine to the other. */
package agentsettings.storage.copy;
