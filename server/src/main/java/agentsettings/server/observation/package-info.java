/** What is told of each request once it has its response: to the log, and to whatever else observes requests. */
package agentsettings.server.observation;
