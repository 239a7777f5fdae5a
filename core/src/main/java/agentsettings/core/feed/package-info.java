/** The order in which changes of all nodes are followed. */
package agentsettings.core.feed;
