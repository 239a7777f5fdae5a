/** The tables of the schema as a whole. */
package agentsettings.storage.schema;
