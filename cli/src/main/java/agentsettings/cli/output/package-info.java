/** How commands print what they have found: for people, as JSON and as CSV. */
package agentsettings.cli.output;
