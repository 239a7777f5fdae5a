/**
 * A client of the vendor's interface. Besides {@code wire}, only this package knows the vendor's words: it encodes
 * requests and decodes responses.
 */
package agentsettings.client.vendor;
