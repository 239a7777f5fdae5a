/** Microbenchmarks of the steps of a request; {@code bench/jmh} runs them. */
package agentsettings.bench.jmh;
