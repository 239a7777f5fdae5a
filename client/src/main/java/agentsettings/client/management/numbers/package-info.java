/** Allotted numbers as the client returns them. Immutable throughout. */
package agentsettings.client.management.numbers;
