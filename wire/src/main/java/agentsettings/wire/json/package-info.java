/** Reads and writes JSON objects exactly: positions of errors, duplicate keys, limits. Knows no interface. */
package agentsettings.wire.json;
