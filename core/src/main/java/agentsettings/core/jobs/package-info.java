/** Long work on many records: imports and bulk changes, done in steps that survive a crash. */
package agentsettings.core.jobs;
