/** Removes old changes from the change log. */
package agentsettings.storage.retention;
