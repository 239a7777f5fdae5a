/** The users of a tenant space, whose settings are kept. */
package agentsettings.core.users;
