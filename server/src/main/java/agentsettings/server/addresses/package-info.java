/** Internet addresses as operators write them. */
package agentsettings.server.addresses;
