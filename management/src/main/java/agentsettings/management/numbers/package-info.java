/** The allotted numbers of a tenant space: reading and changing them, and taking them back. */
package agentsettings.management.numbers;
