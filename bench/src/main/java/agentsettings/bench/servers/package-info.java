/** Servers and other processes that are measured, and their CPU time. */
package agentsettings.bench.servers;
