/** Settings, users, apps and the change log, stored in PostgreSQL by JPA. */
package peer.settings;
