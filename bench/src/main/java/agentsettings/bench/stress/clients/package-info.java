/** Clients that misbehave. */
package agentsettings.bench.stress.clients;
