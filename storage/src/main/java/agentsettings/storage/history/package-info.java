/** The history of a user and its settings, read from the change log. */
package agentsettings.storage.history;
