/** Starts what is measured, each as processes of its own, and counts their processor time. */
package agentsettings.bench.servers;
