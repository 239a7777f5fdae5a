/** The feed of changes, received by the Java client while servers and databases are killed under load. */
package agentsettings.acceptance.feed;
