/** The last requests to the vendor's interface, kept while somebody looks at them. */
package agentsettings.server.recording;
