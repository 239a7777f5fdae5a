/** Apps, each with access to one tenant space, and the keys that sign their tokens. */
package agentsettings.core.apps;
