/** Agents' settings, who may call, and what is kept of both in PostgreSQL by JPA. */
package peer.settings;
