/** Imports as a load. */
package agentsettings.bench.imports;
