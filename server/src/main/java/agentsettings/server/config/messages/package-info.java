/** Words for messages to operators: the nearest known word to a mistyped one, and why a file can't be used. */
package agentsettings.server.config.messages;
