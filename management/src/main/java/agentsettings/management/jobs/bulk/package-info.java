/** Bulk changes before they begin: what requests say, and what would become of the users. */
package agentsettings.management.jobs.bulk;
