/** The rules of requests: drafts are validated and converted to commands, or rejected with field, rule and evidence. */
package agentsettings.core.rules;
