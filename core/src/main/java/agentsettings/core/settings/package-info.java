/** An agent's settings, their field types, and the generator of their ids. */
package agentsettings.core.settings;
