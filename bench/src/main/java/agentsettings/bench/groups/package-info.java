/** The groups of measurements. A group starts all its servers at once and lists its cases. */
package agentsettings.bench.groups;
