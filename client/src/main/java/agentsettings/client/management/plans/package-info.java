/** What outbound calls would do. */
package agentsettings.client.management.plans;
