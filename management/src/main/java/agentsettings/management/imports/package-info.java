/** Import files: from their bytes to commands, or to all faults of each row. */
package agentsettings.management.imports;
