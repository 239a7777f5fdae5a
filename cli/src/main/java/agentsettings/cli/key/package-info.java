/** The commands about management keys. */
package agentsettings.cli.key;
