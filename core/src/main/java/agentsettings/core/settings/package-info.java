/** An agent's settings and the values they are made of. */
package agentsettings.core.settings;
