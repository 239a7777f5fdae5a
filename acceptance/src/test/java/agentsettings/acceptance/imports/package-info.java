/** Imports through the running program. */
package agentsettings.acceptance.imports;
