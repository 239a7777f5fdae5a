/** What a configuration record is made of: its keys, its secrets, and the check of its values. */
package agentsettings.server.config.keys;
