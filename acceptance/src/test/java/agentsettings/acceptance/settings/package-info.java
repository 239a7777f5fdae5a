/** Settings as a client sees them: what can be asked for, in whose words, and over which connection. */
package agentsettings.acceptance.settings;
