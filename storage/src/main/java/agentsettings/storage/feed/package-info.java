/** Follows the change log. */
package agentsettings.storage.feed;
