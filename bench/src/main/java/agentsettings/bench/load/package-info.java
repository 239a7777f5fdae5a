/** Puts load on what is measured. */
package agentsettings.bench.load;
