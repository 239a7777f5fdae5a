/** The hashes of app secrets and management keys, and the key that they are made with. */
package agentsettings.server.secrets;
