/** What an outbound call of a user would do, and why: the softphone to ring and the number to present. */
package agentsettings.core.plans;
