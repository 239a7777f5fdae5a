/** Has what others must not use. */
package agentsettings.core.apps;
