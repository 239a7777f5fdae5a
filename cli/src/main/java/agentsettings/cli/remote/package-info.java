/** How commands reach a running service: its address and key, and what becomes of failures. */
package agentsettings.cli.remote;
