/** Backups of the embedded database: made, restored, and made again and again while the service runs. */
package agentsettings.server.backup;
