/** The vendor's door: its route table, and one class for each group of operations. */
package agentsettings.server.routes;
