/** Imports and bulk changes, which the service does as jobs. */
package agentsettings.client.management.jobs;
