/** A mixed load for an hour, and what must not change meanwhile. */
package agentsettings.bench.soak;
