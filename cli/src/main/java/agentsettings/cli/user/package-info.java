/** The commands about users. */
package agentsettings.cli.user;
