/** The clients of the mixed load: good ones, those that die, and bad ones. */
package agentsettings.bench.soak.clients;
