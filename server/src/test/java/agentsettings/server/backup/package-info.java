/** Backups that a running server makes. */
package agentsettings.server.backup;
