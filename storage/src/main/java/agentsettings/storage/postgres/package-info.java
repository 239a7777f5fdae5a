/** The engine for several nodes: PostgreSQL, written to in sets by a few lanes. */
package agentsettings.storage.postgres;
