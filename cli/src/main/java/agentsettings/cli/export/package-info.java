/** The commands that export all records of a tenant space, in the forms that an import takes. */
package agentsettings.cli.export;
