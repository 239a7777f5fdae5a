/** What a command's outcome is, given what is stored: pure functions and the values they take and return. Immutable throughout. */
package agentsettings.core.decisions;
