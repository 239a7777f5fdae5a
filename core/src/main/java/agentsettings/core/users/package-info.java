/** The users of a tenant space. */
package agentsettings.core.users;
