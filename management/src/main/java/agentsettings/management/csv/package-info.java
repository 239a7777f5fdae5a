/** The form that values have in cells of CSV, in exports and imports alike. */
package agentsettings.management.csv;
