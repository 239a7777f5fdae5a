/** The rows of the change log, and of the tables that belong to it. */
package agentsettings.storage.changelog;
