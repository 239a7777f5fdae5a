/** How commands show and follow imports and bulk changes. */
package agentsettings.cli.jobs;
