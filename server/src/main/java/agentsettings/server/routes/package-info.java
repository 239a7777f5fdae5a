/** What is served where: one class for each group of endpoints, whose route table comes first. */
package agentsettings.server.routes;
