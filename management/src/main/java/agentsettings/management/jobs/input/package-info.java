/** What jobs read: their stored inputs, and the rows in them. */
package agentsettings.management.jobs.input;
