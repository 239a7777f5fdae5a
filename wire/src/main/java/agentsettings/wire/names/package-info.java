/** The vendor's names: of fields, paths and headers. */
package agentsettings.wire.names;
