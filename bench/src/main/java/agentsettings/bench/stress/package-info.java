/** Loads that show how the service behaves beyond its capacity and towards clients that misbehave. */
package agentsettings.bench.stress;
