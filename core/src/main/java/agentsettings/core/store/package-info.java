/** The ports to storage. */
package agentsettings.core.store;
