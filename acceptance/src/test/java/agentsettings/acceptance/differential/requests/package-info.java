/** Makes the random requests of one client, with symbols in place of what an engine generated. */
package agentsettings.acceptance.differential.requests;
