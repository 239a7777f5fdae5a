/** The apps that may call, each within one tenant space. */
package agentsettings.core.apps;
