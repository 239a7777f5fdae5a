/** From the bytes of an import file to rows of values by column, in bounded memory. */
package agentsettings.management.imports.parsing;
