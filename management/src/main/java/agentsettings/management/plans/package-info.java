/** Call plans: what an outbound call would do, and why. */
package agentsettings.management.plans;
