/** What single steps of a request cost, in time and in bytes allocated; run by {@code bench/jmh}. */
package agentsettings.bench.jmh;
