/**
 * The embedded engine and PostgreSQL respond alike: random requests go to a server of each, and every response is compared, and at
 * the end what each has stored.
 */
package agentsettings.acceptance.differential;
