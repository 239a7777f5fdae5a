/** What the service says of writes with numbers that are not allotted. */
package agentsettings.server.numbers;
