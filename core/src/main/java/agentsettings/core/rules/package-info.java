/** What a request may ask for: drafts become commands here, or are refused with the field, the rule and the evidence. */
package agentsettings.core.rules;
