/** The vendor's language: bytes to drafts, outcomes to answers, and every returnCode. Safe for use by many threads. */
package agentsettings.wire;
