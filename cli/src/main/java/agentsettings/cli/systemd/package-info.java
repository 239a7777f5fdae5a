/** The protocol by which a service tells systemd its state. */
package agentsettings.cli.systemd;
