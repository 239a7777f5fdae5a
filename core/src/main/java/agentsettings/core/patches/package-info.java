/** Partial changes of records. */
package agentsettings.core.patches;
