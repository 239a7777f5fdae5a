/** The command that tells what outbound calls would do. */
package agentsettings.cli.plans;
