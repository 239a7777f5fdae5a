/** The vendor's wire format: decodes bodies into drafts, encodes outcomes as responses, defines every returnCode. */
package agentsettings.wire;
