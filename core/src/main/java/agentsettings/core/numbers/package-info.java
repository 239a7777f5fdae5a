/** The numbers that are allotted to a tenant space, and where settings use numbers. Immutable throughout. */
package agentsettings.core.numbers;
