/** How many requests, and how many attempts with a wrong secret, are taken from one caller. */
package agentsettings.server.limits;
