/** The changes of the feed, and the outcomes of reading them. */
package agentsettings.client.management.feed;
