/** The feed of changes over HTTP. */
package agentsettings.management.feed;
